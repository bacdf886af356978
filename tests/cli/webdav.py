# SPDX-License-Identifier: GPL-3.0-or-later
"""site and publish with a web space: a real Apache, and what happens while it is away."""
import ctl
from ctl import DECISION, FAILED, UNREACHABLE, USAGE, tap
from rigs import Rig

EVENT = 'final-conference'


def actions(answer):
    return {item['item']: item['action'] for item in answer['items']}


def check_web_space():
    """a web space is tried, published to, edited there by somebody, decided and forgotten"""
    with Rig() as rig:
        work = ctl.Workspace('space.db', '--sample', 'interregional')
        work.password = 'a wrong one'
        said = work.refused('site', 'add', 'web', 'webdav', rig.url, '--user', rig.user)
        assert 'password' in said, said
        work.password = rig.password
        added = work.json('site', 'add', 'web', 'webdav', rig.url, '--user', rig.user)
        assert (added['type'], added['user']) == ('webdav', rig.user)
        assert list(rig.root.iterdir()) == [], 'the trial left something there'
        rehearsal = work.json('publish', '--event', EVENT, '--dry-run')
        assert set(actions(rehearsal).values()) == {'create'} and list(rig.root.iterdir()) == []
        done = work.json('publish', '--event', EVENT)
        assert all(item['url'].startswith(rig.url) for item in done['items'])
        assert b'Final' in (rig.root / EVENT / 'index.html').read_bytes()
        assert set(actions(work.json('publish', '--event', EVENT)).values()) == {'unchanged'}
        (rig.root / EVENT / 'index.html').write_text('A colleague wrote this.')
        waiting = work.json('publish', '--event', EVENT, status=DECISION)
        assert actions(waiting)[f'{EVENT}/index.html'] == 'wait'
        assert f'{EVENT}/index.html' in work.json('site', 'check', 'web')['says']
        work.json('resolve', f'{EVENT}/index.html', 'ours')
        assert actions(work.json('publish', '--event', EVENT))[f'{EVENT}/index.html'] == 'update'
        work.password = None
        work.ctl('site', 'remove', 'web')
        assert (rig.root / EVENT / 'index.html').exists()


def check_away():
    """while it is away nothing is said to be done, and afterwards the rest goes out"""
    work = ctl.Workspace('away.db', '--sample', 'interregional')
    with Rig() as rig:
        work.password = rig.password
        work.json('site', 'add', 'web', 'webdav', rig.url, '--user', rig.user)
        first = work.json('publish', '--event', EVENT)
    work.refused('publish', '--event', EVENT, status=UNREACHABLE)
    work.refused('site', 'check', 'web', status=UNREACHABLE)
    work.password = None
    assert {item['state'] for item in work.json('list', 'publication')} == {'published'}
    assert len(work.json('list', 'publication')) == len(first['items'])


def check_usage():
    """what cannot be a site is refused before anything is sent"""
    with Rig() as rig:
        work = ctl.Workspace('usage.db')
        said = work.refused('site', 'add', 'web', 'webdav', rig.url, '--user', 'x')
        assert '--password-stdin' in said, said
        work.password = rig.password
        work.refused('site', 'add', 'web', 'carrier-pigeon', rig.url, status=USAGE)
        said = work.refused('site', 'add', 'web', 'webdav', 'http://example.org/', '--user', 'x')
        assert 'https' in said, said


def check_certificates():
    """a certificate that nobody vouches for is refused with the reason, and trusted when it is named"""
    with Rig('apache-tls') as rig:
        work = ctl.Workspace('tls.db', '--sample', 'interregional')
        work.password = rig.password
        add = ['site', 'add', 'web', 'webdav', rig.url, '--user', rig.user]
        said = work.refused(*add)
        assert 'certificate' in said or 'authority' in said, said
        assert list(rig.root.iterdir()) == [] and work.json('list', 'site') == []
        other = ctl.FOLDER / 'other.pem'
        other.write_text('no certificate')
        work.refused(*add, '--authority', other)
        work.json(*add, '--authority', rig.authority)
        work.json('publish', '--event', EVENT)
        assert (rig.root / EVENT / 'index.html').exists()


tap.run([check_web_space, check_away, check_usage, check_certificates])
