# SPDX-License-Identifier: GPL-3.0-or-later
"""site, publish, resolve, preview."""
import json
import shutil
import signal
import subprocess
import urllib.error
import urllib.request

import ctl
from ctl import DECISION, FAILED, USAGE, tap

UNREACHABLE = 4
EVENT = 'final-conference'


def published(name):
    work = ctl.Workspace(f'{name}.db', '--sample', 'interregional')
    folder = ctl.FOLDER / f'{name}-www'
    work.ctl('site', 'add', 'web', 'folder', folder)
    answer = work.json('publish', '--event', EVENT)
    assert {item['action'] for item in answer['items']} == {'create'}, answer
    return work, folder


def actions(answer):
    return {item['item']: item['action'] for item in answer['items']}


def contents(folder):
    return {str(path.relative_to(folder)): path.read_bytes()
            for path in folder.rglob('*') if path.is_file()}


def check_sites():
    """a site is added, listed, tried and forgotten; its files stay"""
    work, folder = published('sites')
    assert [site['name'] for site in work.json('site', 'list')] == ['web']
    assert work.json('site', 'list')[0]['address'] == str(folder)
    assert 'written' in work.json('site', 'check', 'web')['says']
    work.ctl('site', 'check', 'nonsense', status=FAILED)
    before = contents(folder)
    work.ctl('site', 'remove', 'web')
    assert work.json('site', 'list') == [] and contents(folder) == before
    work.ctl('publish', '--event', EVENT, status=FAILED)
    for words in (('site',), ('site', 'nonsense'), ('site', 'add', 'web'), ('site', 'list', 'x'),
                  ('site', 'add', 'web', 'carrier-pigeon', folder), ('publish', 'x'),
                  ('resolve', 'index.html'), ('resolve', 'index.html', 'both'),
                  ('preview', '--port', '70000')):
        work.ctl(*words, status=USAGE)


def check_which():
    """where several are possible, they are named"""
    work = ctl.Workspace('which.db', '--sample', 'interregional')
    for name in ('web', 'archive'):
        work.ctl('site', 'add', name, 'folder', ctl.FOLDER / f'which-{name}')
    said = work.refused('publish', '--event', EVENT)
    assert 'web' in said and 'archive' in said, said
    said = work.refused('publish', '--site', 'web')
    assert EVENT in said and 'wgm-11' in said, said
    assert not contents(ctl.FOLDER / 'which-web')
    work.ctl('publish', '--site', 'web', '--event', EVENT)
    work.ctl('publish', '--site', 'web')


def check_publish():
    """what did not change is not written; a dry run writes nothing at all"""
    work, folder = published('publish')
    names = contents(folder)
    for name in ('index.html', f'{EVENT}/index.html', f'{EVENT}/index.de.html', f'{EVENT}/agenda.ics',
                 f'{EVENT}/schedule.xml', f'{EVENT}/schedule.json'):
        assert name in names, f'{name} is not among {sorted(names)}'
    times = {path: path.stat().st_mtime_ns for path in folder.rglob('*') if path.is_file()}
    assert set(actions(work.json('publish', '--event', EVENT)).values()) == {'unchanged'}
    assert times == {path: path.stat().st_mtime_ns for path in times}
    session = next(s for s in work.json('list', 'session', '--event', EVENT) if s['title'] == 'Closing')
    work.ctl('set', 'session', session['id'], 'title=Closing words')
    rehearsal = work.json('publish', '--event', EVENT, '--dry-run')
    assert actions(rehearsal)[f'{EVENT}/index.html'] == 'update'
    assert any('Closing words' in (item.get('difference') or '') for item in rehearsal['items'])
    assert contents(folder) == names
    done = actions(work.json('publish', '--event', EVENT))
    assert done[f'{EVENT}/index.html'] == 'update' and done['index.html'] == 'unchanged', done
    assert b'Closing words' in (folder / EVENT / 'index.html').read_bytes()


def check_decisions():
    """what somebody changed there waits, and is decided either way"""
    work, folder = published('decisions')
    page, calendar = folder / EVENT / 'index.html', folder / EVENT / 'agenda.ics'
    page.write_text('Somebody wrote this.', encoding='utf-8')
    foreign = folder / EVENT / 'photo.txt'
    foreign.write_text('Not ours.', encoding='utf-8')
    event = next(e for e in work.json('list', 'event') if e['slug'] == EVENT)
    work.ctl('set', 'event', event['id'], 'title=Final days')
    answer = work.json('publish', '--event', EVENT, status=DECISION)
    item = next(i for i in answer['items'] if i['item'] == f'{EVENT}/index.html')
    assert item['action'] == 'wait' and item['state'] == 'waiting' and item['why'], item
    assert page.read_text(encoding='utf-8') == 'Somebody wrote this.'
    assert b'Final days' in calendar.read_bytes()
    work.ctl('resolve', 'nonsense.html', 'ours', status=FAILED)
    work.ctl('resolve', f'{EVENT}/index.html', 'theirs')
    kept = actions(work.json('publish', '--event', EVENT))[f'{EVENT}/index.html']
    assert kept == 'keep' and page.read_text(encoding='utf-8') == 'Somebody wrote this.', kept
    calendar.write_text('BEGIN:NOTHING', encoding='utf-8')
    work.ctl('set', 'event', event['id'], 'title=Final hours')
    work.json('publish', '--event', EVENT, status=DECISION)
    work.ctl('resolve', f'{EVENT}/agenda.ics', 'ours')
    work.ctl('publish', '--event', EVENT)
    assert b'Final hours' in calendar.read_bytes()
    assert foreign.read_text(encoding='utf-8') == 'Not ours.'


def check_unreachable():
    """a folder that is not there now is said so, and nothing is forgotten"""
    work, folder = published('unreachable')
    before = contents(folder)
    folder.rename(ctl.FOLDER / 'elsewhere')
    folder.write_text('a file where the folder was', encoding='utf-8')
    work.ctl('publish', '--event', EVENT, status=UNREACHABLE)
    folder.unlink()
    (ctl.FOLDER / 'elsewhere').rename(folder)
    assert set(actions(work.json('publish', '--event', EVENT)).values()) == {'unchanged'}
    assert contents(folder) == before
    shutil.rmtree(folder)


def check_preview():
    """the preview shows the pages to who knows its address, on this computer only"""
    work, _ = published('preview')
    process = subprocess.Popen([ctl.PROGRAM, '-w', work.path, '--json', 'preview'],
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ctl.ENVIRONMENT,
                               text=True)
    try:
        text = ''
        while not text.rstrip().endswith('}'):
            line = process.stdout.readline()
            assert line, process.stderr.read()
            text += line
        address = json.loads(text)['address']
        assert address.startswith('http://127.0.0.1:'), address
        with urllib.request.urlopen(f'{address}{EVENT}/', timeout=20) as page:
            assert b'Made here, made to last' in page.read()
        origin = '/'.join(address.split('/')[:3])
        for wrong in (f'{origin}/', f'{origin}/{EVENT}/', f'{address}../preview.db',
                      f'{address}nothing.html'):
            try:
                with urllib.request.urlopen(wrong, timeout=20) as page:
                    raise AssertionError(f'{wrong} was answered: {page.read()[:80]}')
            except urllib.error.HTTPError as error:
                assert 400 <= error.code < 500, (wrong, error.code)
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) == 0
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def check_withdrawal():
    """a site is taken away with what is ours and unchanged; the log tells what happened when"""
    work, folder = published('withdrawal')
    (folder / 'photo.txt').write_text('Not ours.', encoding='utf-8')
    first = work.json('site', 'log', 'web')
    assert {line['what'] for line in first} == {'published'}, first
    assert {line['item'] for line in first} == set(contents(folder)) - {'photo.txt'}
    assert len(first) == len(contents(folder)) - 1, 'each once'
    assert all(line['url'] and line['time'].endswith('+00:00') for line in first), first
    work.ctl('publish', '--event', EVENT)
    assert work.json('site', 'log', 'web') == first, 'nothing was published again'
    page = folder / EVENT / 'index.html'
    page.write_text('Somebody wrote this.', encoding='utf-8')
    answer = work.json('site', 'remove', 'web', '--and-files', status=DECISION)
    assert actions(answer)[f'{EVENT}/index.html'] == 'wait'
    assert set(contents(folder)) == {'photo.txt', f'{EVENT}/index.html'}
    assert [site['name'] for site in work.json('site', 'list')] == ['web']
    log = work.json('site', 'log', 'web')
    assert log[-len(first):] == first and len(log) == 2 * len(first)
    assert [line['item'] for line in log if line['what'] == 'waiting'] == [f'{EVENT}/index.html']
    assert sum(line['what'] == 'removed' for line in log) == len(first) - 1
    work.ctl('resolve', f'{EVENT}/index.html', 'ours')
    assert work.json('site', 'log', 'web') == log, 'what is only decided is not published yet'
    work.ctl('site', 'remove', 'web', '--and-files')
    assert set(contents(folder)) == {'photo.txt'} and work.json('site', 'list') == []
    work.ctl('site', 'log', 'web', status=FAILED)


tap.run([check_sites, check_withdrawal, check_which, check_publish, check_decisions, check_unreachable, check_preview])
