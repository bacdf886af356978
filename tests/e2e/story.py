# SPDX-License-Identifier: GPL-3.0-or-later
"""A final conference from its save the date until it is held online, in the window: each release in English and
German on a real server, a colleague's correction there taken into Lectern, and a calendar that somebody subscribed to
on the first day."""

import json
import re

import desktop

try:
    import icalendar
except ImportError:
    desktop.skip('python3-icalendar is not installed')

HOUSE, CORRECTED = 'De Walmolen', 'De Grote Molen'
PAGE, GERMAN = 'final/index.html', 'final/index.de.html'


def listed(desk, kind):
    return json.loads(desk.ctl('--json', 'list', kind))


def english(desk):
    return desk.server.page(PAGE)


def german(desk):
    return desk.server.page(GERMAN)


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
    app.click('list item', re.compile('^Website'))
    for patience in (10, 10, desktop.PATIENCE):  # the button is another one once the list is up to date
        app.press('push button', re.compile(r'^Publish \d+ items?…'))
        try:
            app.wait_for('dialog', seconds=patience)
            break
        except desktop.NotSeen:
            continue
    app.key('Return')
    app.wait_gone('push button', re.compile(r'^Publish \d+ items?…'), seconds=60)
    app.wait_for('list item', re.compile(f'^{PAGE}, same'))
    if desk.calendar:
        desk.ctl('publish', '--site', 'calendar', '--event', 'final')
    subscribe(desk)


def release(desk, step=None):
    """On the overview; the next step unless another one is chosen."""
    app = desk.app
    app.click('list item', re.compile('^Overview'))
    before = len(listed(desk, 'release'))
    app.press('push button', 'Release…')
    app.wait_for('push button', 'Release')
    if step:
        choose(app, 'Release as', *step)
    app.press('push button', 'Release')
    app.wait(lambda: len(listed(desk, 'release')) == before + 1, 'the release')


def choose(app, row, option, place):
    """In a row that opens a list, by the keyboard: it is the one at that place, from 0."""
    app.click('combo box', row)
    app.wait_for('label', option)
    app.keys('Home', *['Down'] * place, 'Return')


def move(desk, date, *how):
    """The first day has the focus; the others follow it."""
    app = desk.app
    app.click('push button', re.compile('^Final conference'))
    app.press('menu item', 'Move event…')
    app.wait_for('push button', 'Move')
    app.key('ctrl+a')
    app.type(date)
    choose(app, 'Takes place', *how)
    return app


# ---- who subscribed ----

def calendar(desk):
    """At an address that stays the same: on the server, or in a folder where that has none."""
    path = (desk.calendar or desk.server.root) / 'final' / 'agenda.ics'
    return path.read_bytes()


def subscribe(desk):
    """Takes the calendar as a client does, by UID and SEQUENCE; never two entries for one day."""
    seen = set()
    for entry in icalendar.Calendar.from_ical(calendar(desk)).walk('VEVENT'):
        uid, sequence = str(entry['UID']), int(entry['SEQUENCE'])
        assert uid not in seen and sequence >= desk.entries.get(uid, (0,))[0], (uid, sequence)
        seen.add(uid)
        of_day = entry.get('TRANSP') == 'TRANSPARENT' or (uid in desk.entries and desk.entries[uid][3])
        desk.entries[uid] = (sequence, str(entry['DTSTART'].dt)[:16], str(entry['STATUS']), of_day)
    days = desk_days(desk)
    assert len({start[:10] for start, status in days if status != 'CANCELLED'}) == \
        len([1 for start, status in days if status != 'CANCELLED']), days


def desk_days(desk):
    return sorted((start, status) for _, start, status, of_day in desk.entries.values() if of_day)


# ---- the story ----

def office(desk):
    desk.ctl('init')
    event = json.loads(desk.ctl('--json', 'add', 'event', 'slug=final', 'title=Final conference', 'text_language=en',
                                'languages=en,de', 'time_zone=Europe/Amsterdam'))['records'][0]['id']
    desk.event = event
    desk.ctl('set', 'event', event, 'title@de=Abschlusskonferenz')
    for number, date in enumerate(('2026-06-17', '2026-06-18'), 1):
        desk.ctl('add', 'day', f'event={event}', f'number={number}', f'date={date}')
    desk.ctl('add', 'to_come', f'event={event}', 'what=venue', 'due=2099-04-30')
    if desk.calendar:
        desk.ctl('site', 'add', 'calendar', 'folder', desk.calendar)
    app = desk.app = desk.start()
    app.wait_for('list', 'Places')
    app.maximise()


def add_site(desk):
    """The website is added, tried, and said in words what it can do"""
    app, server = desk.app, desk.server
    app.click('list item', re.compile('^Website'))
    app.click('push button', re.compile('^Add website'))
    app.wait_for_title('Add a website')
    app.click('list item', server.kind)
    app.key('Return')
    fill(app, 'Address', server.url.removeprefix('http://'))
    fill(app, 'User name', server.user)
    fill(app, server.secret, server.password)
    app.click('push button', 'Try it')
    app.wait_for('label', re.compile(server.says), seconds=60)
    app.click('push button', 'Add website')
    app.wait_for('list item', re.compile(f'^{PAGE}, new file'), seconds=60)


def save_the_date(desk):
    """The save the date stands there in both languages, the calendar says perhaps"""
    release(desk)
    publish(desk)
    assert '17' in english(desk) and 'Juni 2026' in german(desk)
    assert desk_days(desk) == [('2026-06-17', 'TENTATIVE'), ('2026-06-18', 'TENTATIVE')]


def venue(desk):
    """The venue follows with the invitation"""
    venue_id = json.loads(desk.ctl('--json', 'add', 'venue', f'name={HOUSE}', 'city=Maastricht'))['records'][0]['id']
    desk.ctl('set', 'event', desk.event, f'venues={venue_id}')
    desk.app.wait_for('label', re.compile('17–18 June 2026 · Maastricht'))
    release(desk)
    publish(desk)
    assert HOUSE in english(desk) and HOUSE in german(desk)


def agenda(desk):
    """An agenda is pasted, released as a draft and published"""
    app = desk.app
    app.click('list item', re.compile('^Agenda'))
    app.wait_for('list', 'Sessions')
    app.click('list', 'Sessions', button=3)
    app.press('menu item', re.compile('^Paste an agenda'))
    app.wait(lambda: app.has_state(app.see('text', 'Agenda as text'), 'focused'), 'the text to be typed in')
    for line in ('17 June 2026', '9:00-9:45 Welcome', '10:00-10:45 Results', '18 June 2026', '9:00-9:45 Excursion'):
        app.type(line)
        app.key('Return')
    app.key('ctrl+Return')
    app.wait_for('push button', 'Add 3 sessions')
    app.key('ctrl+Return')
    app.wait(lambda: len(listed(desk, 'session')) == 3, 'the sessions')
    release(desk)
    publish(desk)
    assert 'Excursion' in german(desk) and b'Excursion' in calendar(desk)


def correction(desk):
    """A colleague corrects the name of the house on the site; it comes into Lectern, and into German too"""
    app = desk.app
    desk.server.edit(PAGE, HOUSE, CORRECTED)
    app.click('push button', 'Check site')
    app.wait_for('list item', re.compile(f'^{PAGE}, edited there'), seconds=60)
    app.click('push button', 'Take into Lectern')
    app.wait(lambda: listed(desk, 'venue')[0]['name'] == CORRECTED, 'the corrected name')
    publish(desk)
    assert CORRECTED in german(desk) and CORRECTED in english(desk)


def split(desk):
    """Postponed and over two towns: each day has moved, each with its place"""
    app = move(desk, '21.10.2026', 'At several places', 1)
    fill(app, 'Place of day 1', 'Maastricht')
    fill(app, 'Place of day 2', 'Geleen')
    app.press('push button', 'Move')
    app.wait(lambda: [d['date'] for d in listed(desk, 'day')] == ['2026-10-21', '2026-10-22'], 'the new dates')
    app.key('Escape')
    release(desk)
    publish(desk)
    text = german(desk)
    assert 'EventRescheduled' in text and '"previousStartDate" : "2026-06-17"' in text and 'Geleen' in text
    assert desk_days(desk) == [('2026-10-21', 'CONFIRMED'), ('2026-10-22', 'CONFIRMED')]


def online(desk):
    """Online for two hours: the first day's entry has moved, the second's is cancelled"""
    app = move(desk, '5.11.2026', 'Online', 2)
    fill(app, re.compile('^Instead of .*22'), '')
    fill(app, re.compile('^Hours'), '10:00-12:00')
    app.press('push button', 'Move')
    app.wait(lambda: [d['date'] for d in listed(desk, 'day')] == ['2026-11-05'], 'the one day')
    app.key('Escape')
    release(desk, ('Final agenda', 3))
    publish(desk)
    text = german(desk)
    assert 'EventMovedOnline' in text and '10:00–12:00' in text and 'findet online statt' in text
    assert desk_days(desk) == [('2026-10-22', 'CANCELLED'), ('2026-11-05 10:00', 'CONFIRMED')]


def close(desk):
    """The program ends in good order"""
    assert desk.app.close() == 0, desk.app.log_text()
    assert desk.server.password not in desk.app.log_text()


def run(server, calendar_apart=False):
    """On this server; with the calendar in a folder of its own where that has no address that stays."""
    def begin(desk):
        """An event of two days with a promise, in two languages, and no website yet"""
        desk.server, desk.entries = server, {}
        desk.calendar = desk.top / 'calendar' if calendar_apart else None
        office(desk)

    try:
        desktop.run(begin, add_site, save_the_date, venue, agenda, correction, split, online, close)
    finally:
        server.stop()
