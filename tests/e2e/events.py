# SPDX-License-Identifier: GPL-3.0-or-later
"""The events whose stories are told: what the office knows, and what everybody is to see after each step."""

import dataclasses

ON_OTHER_DATES, AT_SEVERAL, ONLINE, LATER = (
    ('On other dates', 0), ('At several places', 1), ('Online', 2), ('Later, not known yet', 3))


@dataclasses.dataclass
class Correction:
    """What a colleague writes over on the page in that language, and which record's name it is."""
    language: str
    kind: str
    old: str
    new: str
    seen: tuple  # the languages of the pages that say so afterwards


@dataclasses.dataclass
class Move:
    """The first day to that date, '' for none; how, None for not at all: it is cancelled."""
    says: str
    how: tuple
    date: str = ''
    fields: tuple = ()      # of the form, as (name, text)
    dates: tuple = ()       # of the event's days afterwards
    step: tuple = None      # of the release, where it is not the next one
    states: tuple = ()      # as search engines are told
    days: tuple = ()        # as who subscribed has them, with their states
    words: dict = dataclasses.field(default_factory=dict)  # by language, on the page
    gone: tuple = ()        # in no language, from now on


@dataclasses.dataclass
class Event:
    slug: str
    title: str
    language: str           # the other one, beside English
    translated: str
    zone: str
    dates: tuple
    said: dict              # by language: how the dates are said
    house: str
    city: str
    agenda: tuple           # as it is pasted
    sessions: dict          # by title: the translated one, None where there is none
    correction: Correction
    moves: tuple
    projects: tuple = ()    # the titles of sessions, each of a demonstration project

    def page(self, language='en'):
        return f'{self.slug}/index.html' if language == 'en' else f'{self.slug}/index.{language}.html'

    @property
    def languages(self):
        return ('en', self.language)


CONFERENCE = Event(
    slug='final', title='Final conference', language='de', translated='Abschlusskonferenz', zone='Europe/Amsterdam',
    dates=('2026-06-17', '2026-06-18'), said={'en': '17–18 June 2026', 'de': '17.–18. Juni 2026'},
    house='De Walmolen', city='Maastricht',
    agenda=('17 June 2026', '9:00-9:45 Welcome', '10:00-10:45 Results', '18 June 2026', '9:00-9:45 Excursion'),
    sessions={'Welcome': None, 'Results': None, 'Excursion': None},
    correction=Correction('en', 'venue', 'De Walmolen', 'De Grote Molen', ('en', 'de')),
    moves=(
        Move('Postponed and over two towns: each day has moved, each with its place', AT_SEVERAL, '21.10.2026',
             (('Place of day 1', 'Maastricht'), ('Place of day 2', 'Geleen')), ('2026-10-21', '2026-10-22'),
             states=('Rescheduled',), days=(('2026-10-21', 'CONFIRMED'), ('2026-10-22', 'CONFIRMED')),
             words={'de': ('Geleen',)}),
        Move("Online for two hours: the first day's entry has moved, the second's is cancelled", ONLINE, '5.11.2026',
             (('Instead of .*22', ''), ('Hours', '10:00-12:00')), ('2026-11-05',), ('Final agenda', 3),
             states=('MovedOnline', 'Rescheduled'),
             days=(('2026-10-22', 'CANCELLED'), ('2026-11-05 10:00-12:00', 'CONFIRMED')),
             words={'en': ('10:00–12:00',), 'de': ('10:00–12:00', 'findet online statt')},
             gone=('Geleen', 'Maastricht', 'De Grote Molen', 'The venue will be announced'))))

DEMONSTRATIONS = {
    'Hemp and flax for panels': 'Hampa och lin för skivor',
    'Lignin instead of glue': 'Lignin i stället för lim',
    'Workwear that comes back': 'Arbetskläder som kommer tillbaka',
    'Ceramics from excavated clay': 'Keramik av schaktmassor',
    'Slag as a binder': 'Slagg som bindemedel',
    'Packaging from bran': 'Förpackningar av kli',
    'Films from whey': 'Filmer av vassle',
}
PLENARY = Event(
    slug='plenary', title='Plenary of the regions', language='sv', translated='Regionernas plenarmöte',
    zone='Europe/Brussels', dates=('2026-03-12',), said={'en': '12 March 2026', 'sv': '12 mars 2026'},
    house='Committee of the Regions', city='Brussels',
    agenda=('12 March 2026', '9:00-10:00 Welcome (Room 1)',
            *(f'10:30-12:00 {title} (Room {number})' for number, title in enumerate(DEMONSTRATIONS, 1)),
            '12:00-13:00 What we take home (Room 1)'),
    sessions={'Welcome': 'Välkommen', **DEMONSTRATIONS, 'What we take home': 'Vad vi tar med oss hem'},
    projects=tuple(DEMONSTRATIONS),
    correction=Correction('sv', 'session', 'Lignin i stället för lim', 'Lignin som lim', ('sv',)),
    moves=(
        Move('Postponed: the old date stands as uncertain until the new one is known', LATER, dates=('2026-03-12',),
             states=('Postponed',), days=(('2026-03-12', 'TENTATIVE'),)),
        Move('The new date is known: the one entry has moved to it', ON_OTHER_DATES, '14.10.2026',
             dates=('2026-10-14',), states=('Rescheduled',), days=(('2026-10-14', 'CONFIRMED'),),
             words={'en': ('14 October 2026', 'Brussels'), 'sv': ('14 oktober 2026',)}),
        Move('Online for two hours, a day later: the one entry has moved again', ONLINE, '15.10.2026',
             (('Hours', '9:00-11:00'),), ('2026-10-15',), ('Final agenda', 3),
             states=('MovedOnline', 'Rescheduled'), days=(('2026-10-15 09:00-11:00', 'CONFIRMED'),),
             words={'en': ('15 October 2026', '09:00–11:00'), 'sv': ('15 oktober 2026',)},
             gone=('Committee of the Regions', 'Room 1', '14 October 2026', '14 oktober 2026',
                   'The venue will be announced')),
        Move('Cancelled: so are the entries of whoever subscribed', None, dates=('2026-10-15',),
             step=('Final agenda', 3), states=('Cancelled',), days=(('2026-10-15 09:00-11:00', 'CANCELLED'),))))

STORIES = {'conference': CONFERENCE, 'plenary': PLENARY}
