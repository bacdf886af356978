# SPDX-License-Identifier: GPL-3.0-or-later
"""search, history, undo, redo."""
import datetime
import time

import ctl
from ctl import FAILED, USAGE, tap


def check_undo():
    """undo and redo over separate runs, without limit"""
    work = ctl.Workspace('undo.db')
    number = work.add('person', 'name=Anna')
    work.ctl('set', 'person', number, 'name=Berta')
    work.ctl('set', 'person', number, 'name=Clara')
    names = []
    for _ in range(2):
        work.ctl('undo')
        names.append(work.show('person', number)['name'])
    assert names == ['Berta', 'Anna'], names
    work.ctl('undo')
    work.ctl('show', 'person', number, status=FAILED)
    work.ctl('undo', status=FAILED)
    for _ in range(3):
        answer = work.json('redo')
    assert answer['label'] and answer['left'] == []
    assert work.show('person', number)['name'] == 'Clara'
    work.ctl('redo', status=FAILED)
    work.ctl('undo')
    work.ctl('set', 'person', number, 'name=Dora')
    work.ctl('redo', status=FAILED)


def check_history():
    """the history of a record says what became of it, newest first"""
    work = ctl.Workspace('history.db')
    number = work.add('person', 'name=Anna', 'title=Dr.')
    work.ctl('set', 'person', number, 'name=Berta')
    work.ctl('undo')
    work.add('person', 'name=Somebody else')
    changes = work.json('history', 'person', number)
    assert [change['type'] for change in changes] == ['undo', 'edit', 'edit'], changes
    assert {'name': 'Berta'} in [
        {key: value for key, value in group.items() if value is not None}
        for group in changes[1]['values']], changes[1]
    everything = work.json('history')
    assert len(everything) >= 4 and everything[0]['number'] > everything[-1]['number']
    assert all(change['time'].endswith('+00:00') and change['author'] for change in changes)


def check_past():
    """a record as it was at a time"""
    work = ctl.Workspace('past.db')
    number = work.add('person', 'name=Anna')
    time.sleep(1.1)
    between = datetime.datetime.now(datetime.timezone.utc).isoformat()
    time.sleep(1.1)
    work.ctl('set', 'person', number, 'name=Berta')
    assert work.show('person', number, '--at', between)['name'] == 'Anna'
    assert work.show('person', number)['name'] == 'Berta'
    today = datetime.date.today().isoformat()
    assert work.show('person', number, '--at', today)['name'] == 'Berta'
    work.ctl('show', 'person', number, '--at', '2001-01-01', status=FAILED)
    work.ctl('show', 'person', number, '--at', 'once upon a time', status=USAGE)


def check_search():
    """search finds what is written in any case and without marks, names first"""
    work = ctl.Workspace('search.db')
    work.add('person', 'name=Zoë Łukasik')
    work.add('person', 'name=Anna Berg')
    work.add('organisation', 'name=Bergamt')
    work.add('person', 'name=Somebody', 'notes=Knows the Bergamt well')
    assert [hit['title'] for hit in work.json('search', 'lukas')] == ['Zoë Łukasik']
    assert [hit['title'] for hit in work.json('search', 'ZOE')] == ['Zoë Łukasik']
    hits = work.json('search', 'berg')
    assert [hit['title'] for hit in hits] == ['Bergamt', 'Anna Berg', 'Somebody'], hits
    assert {'kind', 'id', 'title', 'snippet'} <= set(hits[0])
    assert work.json('search', 'nothing like this') == []


tap.run([check_undo, check_history, check_past, check_search])
