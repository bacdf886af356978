# SPDX-License-Identifier: GPL-3.0-or-later
"""The same stories on a real web space, while somebody else edits a page there."""
import pathlib

from stories import HAS_READER, Space, add_agenda, add_venue, brussels, go_online, maastricht, postpone
from ctl import DECISION, tap
from rigs import Rig


def edit_there(story, path, old, new):
    """Somebody writes on our page; our next run stops there, and nowhere else."""
    page = story.place.read(path)
    assert old in page, (path, old)
    theirs = page.replace(old, new)
    story.place.write(path, theirs)
    return theirs


def publish_around(story, path, theirs):
    items = {item['item']: item for item in
             story.work.json('publish', '--event', story.name, status=DECISION)['items']}
    assert {name for name, item in items.items() if item['state'] == 'waiting'} == {path}, items
    assert new_words(theirs) in items[path]['difference'].encode(), items[path]
    assert story.place.read(path) == theirs, 'it was overwritten unseen'


def new_words(theirs):
    return b'Great Mill' if b'Great Mill' in theirs else b'Bryssel'


def check_maastricht():
    """two days in Maastricht: save the date, venue, agenda, later, two towns, online, and somebody else's words"""
    with Rig() as rig:
        story = maastricht('conference', Space(rig))
        story.release('save-the-date')
        assert story.state() == ['Scheduled'] and 'bis' in story.page('de')
        if HAS_READER:
            assert story.subscriber.days() == [('2026-06-17', 'TENTATIVE'), ('2026-06-18', 'TENTATIVE')]
        add_venue(story)
        venue = story.release('save-the-date')
        assert 'De Walmolen' in venue['note']['de'] and 'De Walmolen' in story.page('de'), venue
        add_agenda(story)
        theirs = edit_there(story, story.path(), b'<strong>De Walmolen</strong>', b'<strong>The Great Mill</strong>')
        answer = story.work.json('release', 'final', '--event', story.name)
        assert 'Das Programm' in answer['note']['de'], answer
        publish_around(story, story.path(), theirs)
        assert 'Welcome' in story.page('de') and 'Welcome' not in story.page()
        story.work.json('resolve', story.path(), 'take')
        assert story.work.show('venue', story.venue)['name'] == 'The Great Mill'
        story.publish()
        story.look()
        assert 'Welcome' in story.page() and 'The Great Mill' in story.page() and 'The Great Mill' in story.page('de')
        postpone(story)
        go_online(story)


def check_brussels():
    """a one-day plenary in Brussels with seven parallel sessions, in English and Swedish, and then online"""
    with Rig() as rig:
        story = brussels('plenary', Space(rig))
        path = story.path(language='sv')
        theirs = edit_there(story, path, 'Slutkonferens'.encode(), 'Slutkonferens i Bryssel'.encode())
        story.add('session', 'title=Closing', 'state=confirmed', 'start_minute=13:00', 'duration=30',
                  f'day={story.work.json("list", "day")[0]["id"]}')
        story.work.json('release', 'final', '--event', story.name)
        publish_around(story, path, theirs)
        kept = story.work.json('resolve', path, 'ours')
        copy = pathlib.Path(kept['why'].split(' in ')[-1].rstrip('.'))
        assert copy.read_bytes() == theirs, kept
        story.work.ctl('set', 'event', story.event, 'title@sv=Slutkonferens i Bryssel')
        story.publish()
        story.look()
        assert 'Slutkonferens i Bryssel' in story.page('sv') and 'Bryssel' not in story.page()
        online = story.move('--to', '2026-03-13 9:00-11:00', '--online')
        assert online['state'] == 'online', online
        answer = story.release('final')
        assert story.state() == ['MovedOnline', 'Rescheduled'] and 'online' in answer['note']['sv'], answer
        if HAS_READER:
            assert story.subscriber.days() == [('2026-03-13 09:00-11:00', 'CONFIRMED')]
            assert len(story.subscriber.sessions()) == 9


tap.run([check_maastricht, check_brussels])
