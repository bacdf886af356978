# SPDX-License-Identifier: GPL-3.0-or-later
"""An event from its save the date until it is held elsewhere and online, published to a folder; and what stays
in the calendar of somebody who subscribed on the first day."""
import json
import re

from stories import HAS_READER, Story, add_agenda, add_venue, brussels, check_page, go_online, maastricht, postpone
from ctl import ERRORS, FAILED, USAGE, tap


def check_ladder():
    """save the date, venue, agenda: each release shows what it may, and says what changed"""
    story = maastricht('ladder')
    answer = story.release('save-the-date')
    assert answer['version'] == 1 and '17' in answer['note']['en'] and 'Juni' in answer['note']['de'], answer
    assert '2099' in story.page() and 'bis' in story.page('de')
    assert story.state() == ['Scheduled']
    if HAS_READER:
        assert story.subscriber.days() == [('2026-06-17', 'TENTATIVE'), ('2026-06-18', 'TENTATIVE')]
    add_venue(story)
    add_agenda(story)
    again = story.release('save-the-date')
    assert again['version'] == 2 and 'De Walmolen' in again['note']['de'], again
    assert 'Welcome' not in story.page() and b'Welcome' not in story.place.read(story.path('agenda.ics'))
    assert 'Venue' in again['note']['en'] and 'Ort' in again['note']['de'], again['note']
    final = story.release('final')
    assert 'Welcome' in story.page() and 'Secret' not in story.page()
    assert 'Das Programm' in final['note']['de'] and 'Secret' not in json.dumps(final['note']), final
    if HAS_READER:
        assert story.subscriber.days('CONFIRMED') == [('2026-06-17', 'CONFIRMED'), ('2026-06-18', 'CONFIRMED')]
        assert set(story.subscriber.sessions()) == {'Welcome', 'Results', 'Excursion'}
    releases = story.work.json('list', 'release')
    assert sorted((r['step'], r['version']) for r in releases) == \
        [('final', 1), ('save-the-date', 1), ('save-the-date', 2)]
    texts = [finding for finding in final['findings'] if finding['rule'] == 'R50']
    assert any('German' in finding['what'] for finding in texts), final['findings']


def check_moves():
    """postponed, split over two towns, then online: one entry per day, the second is cancelled"""
    story = maastricht('moves')
    add_venue(story)
    add_agenda(story)
    story.release('final')
    postpone(story)
    go_online(story)
    story.work.ctl('undo')
    story.work.ctl('undo')
    assert [day['date'] for day in story.work.json('list', 'day')] == ['2026-10-21', '2026-10-22']
    if HAS_READER:
        story.release('final')
        assert story.subscriber.days() == [('2026-10-21', 'CONFIRMED'), ('2026-10-22', 'CONFIRMED')]


def check_brussels():
    """a one-day plenary in Brussels with seven parallel sessions, in English and Swedish"""
    story = brussels('plenary')
    story.work.ctl('set', 'event', story.event, 'state=cancelled')
    answer = story.release('final')
    assert 'Evenemanget är inställt.' in answer['note']['sv'], answer
    assert story.state() == ['Cancelled']
    if HAS_READER:
        assert {entry['status'] for entry in story.subscriber.entries.values()} == {'CANCELLED'}
        assert len(story.subscriber.entries) == 9


def check_news():
    """announcements stand on the site when they are ready and due, in each language, linked to each other"""
    story = maastricht('news')
    story.release('save-the-date')
    folder = story.place.root / story.name
    assert not list(folder.glob('news*'))
    ready = story.add('announcement', 'type=venue', 'title=We have a house', 'state=ready', 'text_language=en',
                      'text=**De Walmolen**, <script>alert(1)</script> [here](javascript:alert(1)) '
                      'or [there](https://example.org/?a=1&b=2)')
    story.work.ctl('set', 'announcement', ready, 'title@de=Wir haben ein Haus', 'text@de=Im *Juni*.')
    story.add('announcement', 'type=agenda', 'title=Not written yet', 'state=draft', 'text=Soon')
    story.add('announcement', 'type=report', 'title=In a hundred years', 'state=ready', 'text=Then',
              'publish_at=2126-01-01T00:00:00Z')
    hidden = story.work.add('event', 'title=Unannounced gathering', 'text_language=en')
    story.work.add('day', f'event={hidden}', 'number=1', 'date=2099-01-01')
    story.release('invitation')
    pages = {path.name: path.read_text(encoding='utf-8') for path in folder.glob('news*')}
    assert len(pages) == 6, sorted(pages)
    english = next(text for name, text in pages.items() if name.startswith('news-venue') and '.de.' not in name)
    german = next(text for name, text in pages.items() if name.startswith('news-venue') and '.de.' in name)
    assert '<strong>De Walmolen</strong>' in english and '<script>alert' not in english, english
    assert 'javascript' not in english and 'here or' in english and 'https://example.org/?a=1&amp;b=2' in english
    assert 'hreflang="de"' in english and '<em>Juni</em>' in german
    for name, page in pages.items():
        check_page(page, 'de' if '.de.' in name else 'en')
        assert 'Not written' not in page and 'hundred years' not in page and 'Unannounced' not in page, name
    assert 'Wir haben ein Haus' in pages['news.de.html'] and '<style' not in pages['news-mail.html']
    for name in ('news-mail.html', 'news-mail.de.html'):  # who reads it is not on the website
        hrefs = re.findall(r'href="([^"]*)"', pages[name])
        assert all(href.startswith(('https://', 'http://')) for href in hrefs), hrefs
    written = story.work.ctl('export', 'mail', '--event', story.name, '--lang', 'de')
    assert 'Wir haben ein Haus' in written and 'index.' not in written
    assert 'news.html' in story.page() and 'news.de.html' in story.page('de')
    story.work.ctl('set', 'announcement', ready, 'state=draft')
    assert 'announcement' in story.work.refused('export', 'mail', '--event', story.name)
    story.release('invitation')
    assert not list(folder.glob('news*'))


def check_refusals():
    """what is no step, no date or no event is refused; a dry run and a strict release change nothing"""
    story = maastricht('refusals')
    work = story.work
    for words in (('release',), ('release', 'soon'), ('move-event',), ('move-event', '--to', 'soonish'),
                  ('move-event', '--to', '2026-10-21,2026-10-21'),
                  ('move-event', '--to', '2026-10-21', '--split', '--online')):
        work.ctl(*words, status=USAGE)
    work.ctl('release', 'final', '--event', 'nothing', status=FAILED)
    add_venue(story)
    add_agenda(story)
    edits = len(work.json('history'))
    answer = work.json('release', 'final', '--dry-run')
    assert 'release' not in answer and answer['note'], answer
    work.ctl('set', 'programme_node', work.json('list', 'programme_node')[0]['id'], 'funding_statement=')
    work.ctl('release', 'final', '--strict', status=ERRORS)
    assert len(work.json('history')) == edits + 1 and work.json('list', 'release') == []
    work.ctl('move-event', '--to', '2026-10-21,2026-10-22,2026-10-23', status=FAILED)
    moved = work.json('move-event', '--to', '21–22 October 2026')
    assert moved['days'] == ['2026-10-21', '2026-10-22'], moved
    assert work.json('move-event', '--to', '2026-12-01')['days'] == ['2026-12-01', '2026-12-02']
    own = work.json('release', 'invitation', '--note', 'Come!')
    assert own['note'] == {'en': 'Come!'}


tap.run([check_ladder, check_moves, check_brussels, check_news, check_refusals])
