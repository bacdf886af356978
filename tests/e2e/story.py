# SPDX-License-Identifier: GPL-3.0-or-later
"""An event from its save the date until it is held online, in the window: each release in two languages on a real
server, a colleague's words there kept and a correction taken into Lectern, and a calendar that somebody subscribed to
on the first day. Which event, events.py says."""

import json
import re
import sys

import desktop
import events

sys.path.insert(0, str(desktop.SOURCE / 'tests' / 'cli'))
from public import READERS, Subscriber, check_linked  # noqa: E402

if 'icalendar' not in READERS:
    desktop.skip('python3-icalendar is not installed')


def listed(desk, kind, *more):
    return json.loads(desk.ctl('--json', 'list', kind, *more))


def added(desk, kind, *fields):
    return json.loads(desk.ctl('--json', 'add', kind, *fields))['records'][0]['id']


# ---- the person at the window ----

def fill(app, field, text):
    """Clicks again where a dialog was still changing its size under the pointer."""
    for _ in range(3):
        node = app.click('text', field)
        app.key('ctrl+a', 'BackSpace')
        if text:
            app.type(text)
        if (isinstance(field, str) and 'assword' in field) or app.text(node) == text:
            return
    raise AssertionError(f'{field} says {app.text(node)!r}, not {text!r}')


def publish(desk):
    """Says what goes out, and sends it."""
    app = desk.app
    app.visit('Website')
    for patience in (10, 10, desktop.PATIENCE):  # the button is another one once the list is up to date
        app.press('push button', re.compile(r'^Publish \d+ items?…'))
        try:
            app.wait_dialog(patience)
            break
        except desktop.NotSeen:
            continue
    app.key('Return')
    app.wait_gone('push button', re.compile(r'^Publish \d+ items?…'), seconds=desktop.PATIENCE)
    app.wait_for('list item', re.compile(f'^{desk.event.page()}, same'))
    if desk.calendar:
        desk.ctl('publish', '--site', 'calendar', '--event', desk.event.slug)
    look(desk)


def release(desk, step=None):
    """On the overview; the next step unless another one is chosen."""
    app = desk.app
    app.visit('Overview')
    before = len(listed(desk, 'release'))
    app.press('push button', 'Release…')
    app.wait_for('push button', 'Release')
    if step:
        choose(app, 'Release as', *step)
    app.press('push button', 'Release')
    app.wait(lambda: len(listed(desk, 'release')) == before + 1, 'the release')
    app.wait_gone('push button', 'Release')  # the dialog still takes clicks while it closes


def choose(app, row, option, place):
    """In a row that opens a list, by the keyboard: it is the one at that place, from 0."""
    app.click('combo box', row)
    app.wait_for('label', option)
    app.wait_focus('list item')
    app.keys('Home', *['Down'] * place, 'Return')


def from_menu(desk, item):
    desk.app.click('push button', re.compile('^' + desk.event.title))
    desk.app.press('menu item', item)


def reschedule(desk, step):
    """The first day has the focus; the others follow it. What depends on it is said, and left."""
    app = desk.app
    from_menu(desk, 'Move event…')
    app.wait_for('push button', 'Move')
    app.wait_dialog()
    if step.date:
        app.key('ctrl+a')
        app.type(step.date)
    choose(app, 'Takes place', *step.how)
    for field, text in step.fields:
        fill(app, re.compile('^' + field), text)
    app.press('push button', 'Move')
    app.wait_for('push button', 'Keep as tasks')
    app.wait_dialog()
    app.key('Escape')
    app.wait_gone('push button', 'Keep as tasks')


def cancel(desk):
    """Among what is known of the event, by the keyboard."""
    app = desk.app
    from_menu(desk, 'Edit this event…')
    app.tab_to('combo box', 'State')
    app.key('space')
    app.wait_focus('list item')
    app.keys('End', 'Return')
    app.wait(lambda: listed(desk, 'event')[0]['state'] == 'cancelled', 'the event to be cancelled')
    app.tab_to('combo box', 'State')  # back from the list
    app.key('Escape')
    app.wait_gone('combo box', 'State')


# ---- what everybody sees ----

def calendar(desk):
    """At an address that stays the same: on the server, or in a folder where that has none."""
    return ((desk.calendar or desk.server.root) / desk.event.slug / 'agenda.ics').read_bytes()


def linked(page):
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S).group(1))


def links(page):
    """The addresses of the same page in other languages, by language."""
    found = {}
    for tag in re.findall(r'<a [^>]*hreflang=[^>]*>', page):
        found[re.search(r'hreflang="([^"]*)"', tag).group(1)] = re.search(r'href="([^"]*)"', tag).group(1)
    return found


def look(desk):
    """After each publication: both pages, the way from one to the other, and the calendar."""
    event, server = desk.event, desk.server
    desk.pages = {language: server.page(event.page(language)) for language in event.languages}
    desk.linked = {language: linked(page) for language, page in desk.pages.items()}
    for language, other in (event.languages, event.languages[::-1]):
        page, path = desk.pages[language], event.page(language)
        to = links(page).get(other)
        there = server.part(event.page(other), desk.pages[other])
        assert to and there == server.part(event.page(other), server.follow(path, to)), (path, links(page))
        assert (event.title if language == 'en' else event.translated) in desk.linked[language]['name']
        for words in desk.gone:
            said = server.words(path, page)
            assert words not in said, f'{path} still says {words}: {said}'
    desk.states = [check_linked(desk.linked[language]) for language in event.languages]
    assert desk.states[0] == desk.states[1], desk.states
    if desk.around is not None:
        assert server.around(event.page()) == desk.around, 'what a colleague wrote around our part is another text'
    desk.subscriber.take(calendar(desk))


def check_days(desk, *wanted):
    """Each day of the event once, and its sessions if they were announced."""
    assert desk.subscriber.days() == list(wanted), desk.subscriber.days()
    sessions = desk.subscriber.sessions()
    assert sorted(sessions) == sorted(desk.sessions), sorted(sessions)
    if {status for _, status in wanted} == {'CANCELLED'}:
        assert {entry['status'] for entry in sessions.values()} == {'CANCELLED'}, sessions


def check_words(desk, words):
    for language, wanted in words.items():
        for text in wanted:
            assert text in desk.pages[language], f'{text} is not on the page in {language}'


# ---- the story ----

def office(desk):
    event = desk.event
    desk.ctl('init')
    desk.id = added(desk, 'event', f'slug={event.slug}', f'title={event.title}', 'text_language=en',
                    f'languages={",".join(event.languages)}', f'time_zone={event.zone}')
    desk.ctl('set', 'event', desk.id, f'title@{event.language}={event.translated}')
    for number, date in enumerate(event.dates, 1):
        desk.ctl('add', 'day', f'event={desk.id}', f'number={number}', f'date={date}')
    desk.ctl('add', 'to_come', f'event={desk.id}', 'what=venue', 'due=2099-04-30')
    desk.projects = {title: added(desk, 'programme_node', 'level=demonstration', f'name={title}')
                     for title in event.projects}
    if desk.calendar:
        desk.ctl('site', 'add', 'calendar', 'folder', desk.calendar)
    app = desk.app = desk.start()
    app.wait_for('list', 'Places')
    app.maximise()


def add_site(desk):
    """The website is added, tried, and said in words what it can do"""
    app, server = desk.app, desk.server
    app.visit('Website')
    app.click('push button', re.compile('^Add website'))
    app.wait_for_title('Add a website')
    app.click('list item', server.kind)
    app.key('Return')
    fill(app, 'Address', server.url.removeprefix('http://'))
    fill(app, 'User name', server.user)
    fill(app, server.secret, server.password)
    app.click('push button', 'Try it')
    app.wait_for('label', re.compile(server.says), seconds=desktop.PATIENCE)
    app.click('push button', 'Add website')
    app.wait_for('list item', re.compile(f'^{desk.event.page()}, new file'), seconds=desktop.PATIENCE)


def save_the_date(desk):
    """The save the date stands there in both languages, the calendar says perhaps; a colleague writes around it"""
    release(desk)
    publish(desk)
    check_words(desk, {language: (date,) for language, date in desk.event.said.items()})
    check_days(desk, *((date, 'TENTATIVE') for date in desk.event.dates))
    assert desk.states[0] == ['Scheduled']
    desk.around = desk.server.write_around(desk.event.page())


def venue(desk):
    """The venue follows with the invitation"""
    event = desk.event
    venue_id = added(desk, 'venue', f'name={event.house}', f'city={event.city}')
    desk.ctl('set', 'event', desk.id, f'venues={venue_id}')
    desk.app.wait_for('label', re.compile(f'{event.said["en"]} · {event.city}'))
    desk.app.visit('Overview')
    desk.app.click('check box', re.compile('Venue by'))
    desk.app.wait(lambda: listed(desk, 'to_come')[0]['done'], 'the promise to be kept')
    desk.gone.append('2099')
    release(desk)
    publish(desk)
    check_words(desk, dict.fromkeys(event.languages, (event.house,)))


def agenda(desk):
    """An agenda is pasted, released as a draft and published"""
    app, event = desk.app, desk.event
    app.visit('Agenda')
    app.wait_for('list', 'Sessions')
    app.click('list', 'Sessions', button=3)
    app.press('menu item', re.compile('^Paste an agenda'))
    app.wait_focus('text', 'Agenda as text')
    app.paste('\n'.join(event.agenda))
    app.key('ctrl+Return')
    app.wait_for('push button', f'Add {len(event.sessions)} sessions')
    app.key('ctrl+Return')
    app.wait(lambda: len(listed(desk, 'session')) == len(event.sessions), 'the sessions')
    translate(desk)
    desk.sessions = tuple(event.sessions)
    release(desk)
    publish(desk)
    check_words(desk, {'en': event.sessions, event.language: [said or title for title, said in event.sessions.items()]})
    check_days(desk, *((date, 'CONFIRMED') for date in event.dates))
    assert len(desk.linked['en']['subEvent']) == len(event.sessions), desk.linked['en']


def translate(desk):
    """A colleague's part of the work: the other language, and which session is of which demonstration project."""
    sessions = listed(desk, 'session')
    for session in sessions:
        said = desk.event.sessions[session['title']]
        project = desk.projects.get(session['title'])
        fields = [f'title@{desk.event.language}={said}'] if said else []
        fields += ['type=parallel', f'programme_node={project}'] if project else []
        if fields:
            desk.ctl('set', 'session', session['id'], *fields)
    side_by_side = [(s['start'], tuple(s['rooms'])) for s in sessions if s['title'] in desk.projects]
    assert len(set(side_by_side)) == len(desk.projects) and len({start for start, _ in side_by_side}) <= 1, side_by_side


def correction(desk):
    """A colleague corrects words on the site; they come into Lectern, and onto every page that says them"""
    app, edit = desk.app, desk.event.correction
    path = desk.event.page(edit.language)
    desk.server.edit(path, edit.old, edit.new)
    app.click('push button', 'Check site')
    app.wait_for('list item', re.compile(f'^{path}, edited there'), seconds=desktop.PATIENCE)
    app.click('push button', 'Take into Lectern')
    field = 'title' if edit.kind == 'session' else 'name'

    def taken():
        return edit.new in [record[field] for record in listed(desk, edit.kind, '--lang', edit.language)]
    app.wait(taken, 'the corrected words')
    desk.gone.append(edit.old)
    publish(desk)
    check_words(desk, dict.fromkeys(edit.seen, (edit.new,)))


def moved(step):
    def test(desk):
        if step.how is None:
            cancel(desk)
        else:
            reschedule(desk, step)
        assert [day['date'] for day in listed(desk, 'day')] == list(step.dates)
        release(desk, step.step)
        if step.dates != desk.event.dates:
            desk.gone.extend(desk.event.said.values())
        desk.gone.extend(step.gone)
        publish(desk)
        check_words(desk, step.words)
        check_days(desk, *step.days)
        assert desk.states[0] == list(step.states), desk.states
        if 'Rescheduled' in step.states:
            assert desk.linked['en']['previousStartDate'] == desk.event.dates[0], desk.linked['en']
    test.__doc__ = step.says
    return test


def close(desk):
    """The program ends in good order"""
    assert desk.app.close() == 0, desk.app.log_text()
    assert desk.server.password not in desk.app.log_text()


def run(server, name, calendar_apart=False):
    """On this server; with the calendar in a folder of its own where that has no address that stays."""
    event = events.STORIES[name]

    def begin(desk):
        desk.server, desk.event, desk.subscriber = server, event, Subscriber()
        desk.gone, desk.around, desk.sessions = [], None, ()
        desk.calendar = desk.top / 'calendar' if calendar_apart else None
        office(desk)
    begin.__doc__ = f'{event.title}: dates, a promise, two languages, and no website yet'

    try:
        desktop.run(begin, add_site, save_the_date, venue, agenda, correction, *map(moved, event.moves), close)
    finally:
        server.stop()
