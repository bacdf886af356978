# SPDX-License-Identifier: GPL-3.0-or-later
"""site and publish with a real WordPress: what each role may do, and a colleague who edits there."""
import urllib.error

import ctl
from ctl import DECISION, DONE, UNREACHABLE, tap
from rigs import Rig

EVENT = 'final-conference'
PAGE = f'{EVENT}/index.html'


def actions(answer):
    return {item['item']: item['action'] for item in answer['items']}


def check_site():
    """a WordPress is tried, published to, edited there by a colleague, decided, and cleared"""
    with Rig('wordpress-folder') as rig:
        work = ctl.Workspace('wordpress.db', '--sample', 'interregional')
        work.password = 'a wrong one'
        said = work.refused('site', 'add', 'web', 'wordpress', rig.url, '--user', rig.user)
        assert 'application password' in said, said
        work.password = rig.password
        # the address as people paste it
        added = work.json('site', 'add', 'web', 'wordpress', rig.url.removeprefix('http://') + 'wp-admin/index.php',
                          '--user', rig.user)
        assert (added['type'], added['address']) == ('wordpress', rig.url), added
        planned = work.json('publish', '--event', EVENT, '--dry-run')
        assert actions(planned)[PAGE] == 'create'
        done = work.json('publish', '--event', EVENT)
        made = [item for item in done['items'] if item['state'] == 'published']
        assert made and all(item['action'] == 'create' for item in made), done
        addresses = {item['item']: item['url'] for item in made}
        assert len(set(addresses.values())) == len(made), addresses
        for item, url in addresses.items():
            assert url.startswith(rig.url), url
            shown = rig.ask('GET', url.removeprefix(rig.url))
            assert b'class="lectern"' in shown and (b'Final' in shown or item != PAGE), item
        again = work.json('publish', '--event', EVENT)
        assert {item['action'] for item in again['items']} <= {'unchanged', 'skip'}, again

        rig.ask('GET', f'?rig_edit={PAGE}')
        assert PAGE in work.json('site', 'check', 'web')['says']
        changed = [event for event in work.json('list', 'event') if event['slug'] == EVENT][0]
        work.ctl('set', 'event', changed['id'], 'title=Final meeting [gallery]')
        waiting = work.json('publish', '--event', EVENT, status=DECISION)
        assert actions(waiting)[PAGE] == 'wait', waiting
        assert b'Somebody else' in rig.ask('GET', addresses[PAGE].removeprefix(rig.url))
        work.json('resolve', PAGE, 'ours')
        work.json('publish', '--event', EVENT)
        shown = rig.ask('GET', addresses[PAGE].removeprefix(rig.url))
        assert b'Somebody else' not in shown and b'[gallery]' in shown.replace(b'&#091;', b'[').replace(b'&#093;', b']')
        listed = work.json('list', 'publication')
        assert len([item for item in listed if item['state'] == 'published']) == len(made)
        logged = [line for line in work.json('site', 'log', 'web') if line['item'] == PAGE]
        assert [line['what'] for line in logged] == ['published', 'waiting', 'published'], logged

        gone = work.json('site', 'remove', 'web', '--and-files')
        assert {item['item'] for item in gone['items']} == set(addresses), gone
        assert {item['action'] for item in gone['items']} == {'remove'}, gone
        for url in addresses.values():
            try:
                rig.ask('GET', url.removeprefix(rig.url))
                raise AssertionError(f'{url} is still there')
            except urllib.error.HTTPError as error:
                assert error.code == 404, (url, error.code)


def check_roles():
    """an author gets posts, who may not publish is told so"""
    with Rig('wordpress') as rig:
        work = ctl.Workspace('roles.db', '--sample', 'interregional')
        work.password = rig.password
        for role in ('contributor', 'subscriber'):
            said = work.refused('site', 'add', 'web', 'wordpress', rig.url, '--user', role)
            assert 'role of an author' in said, said
        assert work.json('site', 'list') == []
        done = work.run('site', 'add', 'web', 'wordpress', rig.url, '--user', 'author')
        assert done.returncode == DONE and 'become posts' in done.stderr, done
        made = work.json('publish', '--event', EVENT)
        assert actions(made)[PAGE] == 'create'
        assert b'Final' in rig.ask('GET', f'?name={EVENT}')
        again = work.json('publish', '--event', EVENT)
        assert {item['action'] for item in again['items']} <= {'unchanged', 'skip'}, again


def check_refused():
    """each failure has its own words"""
    words = {'wordpress-http': 'needs https', 'wordpress-norest': 'switched off', 'wordpress-guarded': 'security plugin'}
    work = ctl.Workspace('refused.db')
    for kind, meant in words.items():
        with Rig(kind) as rig:
            work.password = rig.password
            said = work.refused('site', 'add', 'web', 'wordpress', rig.url, '--user', rig.user)
            assert meant in said, said
    with Rig('apache') as rig:
        said = work.refused('site', 'add', 'web', 'wordpress', rig.url, '--user', rig.user, status=UNREACHABLE)
        assert 'No WordPress answers' in said, said


tap.run([check_site, check_roles, check_refused])
