# SPDX-License-Identifier: GPL-3.0-or-later
"""What everybody sees of what was published, by readers that know nothing of Lectern: calendars, as somebody takes
them who subscribed on the first day, and what search engines are told of an event."""
import datetime
import importlib.util

READERS = [name for name in ('icalendar', 'vobject') if importlib.util.find_spec(name)]
SCHEMA = 'https://schema.org/'


class Subscriber:
    """Takes each calendar in turn, as a client does: by UID, and only what has a higher SEQUENCE."""

    def __init__(self):
        self.entries, self.of_days = {}, set()

    def take(self, data):
        seen = set()
        for entry in read_calendar(data):
            uid = entry.pop('uid')
            assert uid not in seen, f'{uid} stands twice in one calendar'
            seen.add(uid)
            old = self.entries.get(uid)
            if entry.pop('transparent'):
                self.of_days.add(uid)
            if old is not None:
                assert entry['sequence'] >= old['sequence'], f'{uid} went back from {old} to {entry}'
            if old is not None and entry['sequence'] == old['sequence']:
                assert entry == old, f'{uid} changed without a new SEQUENCE: {old} {entry}'
            self.entries[uid] = entry
        missing = [uid for uid, entry in self.entries.items() if uid not in seen and entry['status'] != 'CANCELLED']
        assert not missing, f'the calendar says nothing any more about {missing}'
        dates = [date for date, status in self.days() if status != 'CANCELLED']
        assert len(dates) == len(set(dates)), f'two entries for one day: {dates}'

    def days(self, status=None):
        """Date and status; a day with hours as 2026-11-05 10:00-12:00."""
        return sorted((words_of(self.entries[uid]), self.entries[uid]['status']) for uid in self.of_days
                      if status is None or self.entries[uid]['status'] == status)

    def sessions(self):
        return {entry['title']: entry for uid, entry in self.entries.items() if uid not in self.of_days}


def words_of(entry):
    start, end = entry['start'], entry['end']
    if not isinstance(start, datetime.datetime):
        return str(start)
    return f'{start:%Y-%m-%d %H:%M}-{end:%H:%M}' if end else f'{start:%Y-%m-%d %H:%M}'


def read_calendar(data):
    """By one reader; a second one, which knows nothing of the first, has to find the same."""
    import icalendar
    entries = []
    for entry in icalendar.Calendar.from_ical(data).walk('VEVENT'):
        entries.append({'uid': str(entry['UID']), 'sequence': int(entry['SEQUENCE']), 'status': str(entry['STATUS']),
                        'start': entry['DTSTART'].dt, 'end': entry['DTEND'].dt if 'DTEND' in entry else None,
                        'title': str(entry['SUMMARY']), 'place': str(entry.get('LOCATION', '')),
                        'transparent': entry.get('TRANSP') == 'TRANSPARENT'})
    if 'vobject' in READERS:
        import vobject
        calendar = vobject.readOne(data.decode('utf-8'))
        other = {(event.uid.value, str(event.dtstart.value)[:16], event.summary.value)
                 for event in calendar.vevent_list}
        assert other == {(entry['uid'], str(entry['start'])[:16], entry['title']) for entry in entries}, other
    return entries


def check_linked(linked):
    """The shape of an Event as search engines want it."""
    assert linked['@context'] == 'https://schema.org' and linked['@type'] == 'Event' and linked['name'], linked
    states = linked['eventStatus'] if isinstance(linked['eventStatus'], list) else [linked['eventStatus']]
    assert all(state.startswith(f'{SCHEMA}Event') for state in states), states
    for name in ('startDate', 'endDate', 'previousStartDate'):
        if name in linked:
            datetime.datetime.fromisoformat(linked[name])
    assert linked['startDate'] <= linked['endDate']
    if f'{SCHEMA}EventRescheduled' in states:
        assert linked['previousStartDate'] != linked['startDate'][:10], linked
    for part in linked.get('subEvent', []):
        assert part['@type'] == 'Event' and part['name'] and part['startDate'] and part['eventStatus'], part
    return [state[len(f'{SCHEMA}Event'):] for state in states]
