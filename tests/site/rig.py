# SPDX-License-Identifier: GPL-3.0-or-later
"""rig.py KIND: a real web space on the loopback address, without root, in a folder of its own.

KIND is apache (Basic), apache-digest, apache-tls or nginx. Prints one line of JSON, the address, user, password and
folder of the space (with TLS also the authority that vouches for it) or {"skip": reason}; serves until its standard input ends, and leaves nothing behind."""
import hashlib
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

USER, PASSWORD = 'anna', 'a pass:word'
MODULES = pathlib.Path('/usr/lib/apache2/modules')
DAV_EXT = pathlib.Path('/usr/lib/nginx/modules/ngx_http_dav_ext_module.so')
APACHE_MODULES = ('mpm_event', 'authn_core', 'authn_file', 'authz_core', 'authz_user', 'auth_basic', 'auth_digest',
                  'dav', 'dav_fs', 'mime')


class Skip(Exception):
    pass


def program(name):
    found = shutil.which(name, path=os.environ.get('PATH', '') + ':/usr/sbin:/sbin')
    if not found:
        raise Skip(f'{name} is not installed')
    return found


def free_port():
    with socket.socket() as one:
        one.bind(('127.0.0.1', 0))
        return one.getsockname()[1]


def space(folder):
    """The folder that is served; the server may not be who we are."""
    root = folder / 'space'
    root.mkdir()
    folder.chmod(0o755)
    if os.geteuid() == 0:
        for path in (folder, root):
            shutil.chown(path, 'www-data', 'www-data')
    return root


def certificate(folder):
    """One of our own, for the loopback address."""
    subprocess.run([program('openssl'), 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj',
                    '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1', '-keyout',
                    folder / 'key.pem', '-out', folder / 'authority.pem'], capture_output=True, check=True)
    return ['SSLEngine On', f'SSLCertificateFile {folder}/authority.pem', f'SSLCertificateKeyFile {folder}/key.pem']


def apache(folder, port, digest=False, tls=False):
    command, root = program('apache2'), space(folder)
    modules = APACHE_MODULES + (('ssl',) if tls else ())
    missing = [name for name in modules if not (MODULES / f'mod_{name}.so').exists()]
    if missing:
        raise Skip(f'apache2 lacks its modules {", ".join(missing)}')
    hashed = hashlib.md5(f'{USER}:space:{PASSWORD}'.encode()).hexdigest()
    (folder / 'digest').write_text(f'{USER}:space:{hashed}\n')
    basic = subprocess.run([program('openssl'), 'passwd', '-apr1', PASSWORD], capture_output=True, text=True, check=True)
    (folder / 'basic').write_text(f'{USER}:{basic.stdout}')
    auth = (f'AuthType Digest\nAuthDigestProvider file\nAuthUserFile {folder}/digest' if digest
            else f'AuthType Basic\nAuthUserFile {folder}/basic')
    (folder / 'mime.types').write_text('text/html html\ntext/calendar ics\n')
    (folder / 'apache.conf').write_text('\n'.join([
        *(f'LoadModule {name}_module {MODULES}/mod_{name}.so' for name in modules),
        *(['User www-data', 'Group www-data'] if os.geteuid() == 0 else []),
        f'ServerRoot {folder}', f'PidFile {folder}/pid', f'ErrorLog {folder}/error.log', 'ServerName localhost',
        f'CustomLog {folder}/requests.log "%m %U"', # read by the benchmark of publishing
        f'Listen 127.0.0.1:{port}', f'TypesConfig {folder}/mime.types', f'DefaultRuntimeDir {folder}',
        f'Mutex file:{folder}', *(certificate(folder) if tls else []), f'DavLockDB {folder}/locks', f'DocumentRoot {root}', 'MaxKeepAliveRequests 0',
        f'<Directory {root}>', 'Dav On', 'AuthName space', auth, 'Require valid-user', '</Directory>', '']))
    return [command, '-f', str(folder / 'apache.conf'), '-DFOREGROUND'], root


def nginx(folder, port):
    command, root = program('nginx'), space(folder)
    if not DAV_EXT.exists():
        raise Skip('libnginx-mod-http-dav-ext is not installed')
    hashed = subprocess.run([program('openssl'), 'passwd', '-apr1', PASSWORD], capture_output=True, text=True, check=True)
    (folder / 'basic').write_text(f'{USER}:{hashed.stdout}')
    temporary = ' '.join(f'{kind}_temp_path {folder}/tmp-{kind};'
                         for kind in ('client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'))
    owner = 'user www-data;' if os.geteuid() == 0 else ''
    (folder / 'nginx.conf').write_text(f'''
load_module {DAV_EXT};
{owner}
daemon off; pid {folder}/pid; error_log {folder}/error.log;
events {{ }}
http {{
  access_log off; {temporary}
  types {{ text/html html; text/calendar ics; }}
  server {{
    listen 127.0.0.1:{port}; root {root}; client_max_body_size 8m; keepalive_requests 100000;
    auth_basic space; auth_basic_user_file {folder}/basic;
    dav_methods PUT DELETE MKCOL COPY MOVE; dav_ext_methods PROPFIND OPTIONS; dav_access user:rw group:r all:r;
  }}
}}
''')
    return [command, '-c', str(folder / 'nginx.conf'), '-e', str(folder / 'error.log')], root


KINDS = {'apache': apache, 'apache-digest': lambda folder, port: apache(folder, port, digest=True),
         'apache-tls': lambda folder, port: apache(folder, port, tls=True), 'nginx': nginx}


def wait_for(port, process, folder):
    for _ in range(1200):
        try:
            with socket.create_connection(('127.0.0.1', port), timeout=1):
                return
        except OSError:
            if process.poll() is not None:
                break
            time.sleep(0.05)
    log = folder / 'error.log'
    sys.exit(f'the server does not start: {log.read_text() if log.exists() else ""}')


def serve(kind, folder):
    port = free_port()
    command, root = KINDS[kind](folder, port)
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, start_new_session=True)
    try:
        wait_for(port, process, folder)
        tls = {'authority': str(folder / 'authority.pem')} if kind.endswith('-tls') else {}
        print(json.dumps({'url': f'http{"s" if tls else ""}://127.0.0.1:{port}/', 'user': USER, 'password': PASSWORD,
                          'root': str(root), **tls}), flush=True)
        sys.stdin.read()
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def main():
    # whoever started us says with our input that it is over, however it ended itself
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    folder = pathlib.Path(tempfile.mkdtemp(prefix='lectern-rig-'))
    try:
        serve(sys.argv[1], folder)
    except Skip as reason:
        print(json.dumps({'skip': str(reason)}), flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == '__main__':
    main()
