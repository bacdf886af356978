# SPDX-License-Identifier: GPL-3.0-or-later
"""How pages look, what is not translated, and what changed between two releases."""

import json

import ctl
from ctl import FAILED, USAGE, tap

EVENT = 'final-conference'
PNG = b'\x89PNG\r\n\x1a\n' + bytes(64)


def workspace(name):
    work = ctl.Workspace(f'{name}.db', '--sample', 'interregional')
    folder = ctl.FOLDER / f'{name}-www'
    work.ctl('site', 'add', 'web', 'folder', folder)
    event = next(one for one in work.json('list', 'event') if one['slug'] == EVENT)
    return work, folder / EVENT, event


def publish(work, folder):
    work.ctl('publish', '--event', EVENT)
    return {path.name: path.read_text() for path in folder.glob('*.html')}


def check_look():
    """template, colour, pictures and parts, chosen by hand"""
    work, folder, event = workspace('look')
    picture = ctl.FOLDER / 'logo.png'
    picture.write_bytes(PNG)
    pages = publish(work, folder)
    assert '<table' in pages['index.html'] and 'id="speakers"' in pages['index.html']
    work.ctl('set', 'event', event['id'], 'page_template=cards', 'page_accent=#ffdd00',
             'page_without=speakers,abstracts', f'logo_image={picture}', 'logo_text=Our sign')
    page = publish(work, folder)['index.html']
    assert 'class="lectern-card"' in page and '<table' not in page
    assert 'id="speakers"' not in page and '#ffdd00' in page, 'the colour is kept where it can be read'
    assert '--link:#ffdd00;--warn:#8a3b00' not in page, 'yellow links on white'
    assert '<img src="logo.png" alt="Our sign">' in page
    assert (folder / 'logo.png').read_bytes() == PNG
    work.ctl('set', 'event', event['id'], 'page_accent=reddish', status=FAILED)
    work.ctl('set', 'event', event['id'], f'logo_image={__file__}', status=FAILED)
    work.ctl('set', 'event', event['id'], 'logo_image=', 'page_template=nowhere')
    said = json.loads(work.run('--json', 'publish', '--event', EVENT).stdout)
    line = next(item for item in said['items'] if item['item'] == f'{EVENT}/index.html')
    assert 'nowhere' in line['why'] and line['state'] == 'failed', line
    assert (folder / 'index.html').read_text() == page, 'what cannot be made is not taken away'


def check_sessions():
    """a page for each session, linked to and back"""
    work, folder, event = workspace('sessions')
    work.ctl('set', 'event', event['id'], 'page_template=sessions', 'release_step=final')
    pages = publish(work, folder)
    shown = pages['index.html'].count('<h4')
    sessions = [name for name in pages if name.startswith('session-')]
    german = [name for name in sessions if name.endswith('.de.html')]
    assert len(german) * 3 == len(sessions) > 30, sessions
    for name in sessions:
        index = name.replace(name.split('.')[0], 'index')
        assert f'href="{index}"' in pages[name] and f'href="{name}"' in pages[index], name
        assert pages[name].count('<h1') == 1
    assert shown >= len(german)


def check_missing():
    """the person says what becomes of a text that is not translated"""
    work, folder, event = workspace('missing')
    work.ctl('set', 'event', event['id'], 'summary=Only in English', 'summary@de=', 'summary@sv=')
    page = publish(work, folder)['index.de.html']
    assert '<div lang="en"><p>Only in English</p>' in page.replace('\n', ''), page[:3000]
    work.ctl('set', 'event', event['id'], 'page_missing=leave-out')
    pages = publish(work, folder)
    assert 'Only in English' not in pages['index.de.html'] and 'Only in English' in pages['index.html']
    work.ctl('set', 'event', event['id'], 'page_missing=not-published')
    pages = publish(work, folder)
    assert 'index.de.html' not in pages and 'hreflang="de"' not in pages['index.html']


def check_compare():
    """two frozen states, in words and in the language asked for"""
    work, _folder, event = workspace('compare')
    work.ctl('release', 'draft', '--event', EVENT)
    sessions = [one for one in work.json('list', 'session', '--event', EVENT)
                if one['start'] and not one['internal']]
    work.ctl('set', 'session', sessions[0]['id'], 'title=Something else')
    work.ctl('set', 'session', sessions[1]['id'], 'abstract=Another text', f'duration={sessions[1]["duration"] + 5}')
    work.ctl('delete', 'session', sessions[2]['id'])
    now = work.json('release', 'compare', 'draft', 'now', '--event', EVENT)
    work.ctl('release', 'final', '--event', EVENT)
    work.ctl('set', 'session', sessions[3]['id'], 'title=After the release')
    both = work.json('release', 'compare', 'draft', 'final', '--event', EVENT)
    assert both['to']['step'] == 'final' and now['to'] is None
    assert both['changes'] == now['changes'], (both, now)
    text = '\n'.join(both['changes'])
    for words in ('New title: Something else', 'New text: ' + sessions[1]['title'], 'New length: ' + sessions[1]['title'],
                  'No longer on the agenda: ' + sessions[2]['title']):
        assert words in text, (words, text)
    assert 'After the release' not in text
    versions = (f'draft-{both["from"]["version"]}', f'final-{both["to"]["version"]}')
    german = work.json('release', 'compare', *versions, '--event', EVENT, '--lang', 'de')
    assert any(line.startswith('Neue Dauer: ') for line in german['changes']), german
    assert work.json('release', 'compare', 'final', 'final', '--event', EVENT)['changes'] == []
    work.ctl('release', 'compare', 'as-held', 'final', '--event', EVENT, status=FAILED)
    for wrong in (('compare',), ('compare', 'draft'), ('final', 'draft'), ('compare', '1', '2', '--lang', 'German!')):
        work.ctl('release', *wrong, '--event', EVENT, status=USAGE)



tap.run([check_look, check_sessions, check_missing, check_compare])
