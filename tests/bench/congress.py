# SPDX-License-Identifier: GPL-3.0-or-later
"""A congress of 72 rooms, as a workspace, a real one, and settings that open one of their views: for benches."""
import json
import os
import pathlib
import subprocess


def programme(times):
    """A congress: 4 days, 72 rooms, 1,000 sessions, or more days of the same."""
    rooms = [f'Room {n + 1}' for n in range(72)]
    days = []
    for number in range(4 * times):
        date = f'2026-{6 + number // 28:02}-{1 + number % 28:02}'
        sessions = {room: [] for room in rooms}
        for n in range(250):
            room, slot = rooms[n % 72], n // 72
            sessions[room].append({
                'id': number * 1000 + n + 1, 'guid': f'00000000-0000-4000-8000-{number * 1000 + n:012}',
                'date': f'{date}T{10 + slot * 2:02}:00:00+02:00', 'start': f'{10 + slot * 2:02}:00',
                'duration': '01:30', 'room': room, 'title': f'Session {n} of day {number + 1}',
                'subtitle': '', 'track': f'Track {n % 9}', 'type': 'talk', 'language': 'en',
                'abstract': 'What was tried and what came of it. ' * 5, 'description': '',
                'persons': [{'id': n % 400 + 1, 'public_name': f'Person {n % 400}'}], 'links': []})
        days.append({'index': number + 1, 'date': date, 'day_start': f'{date}T08:00:00+02:00',
                     'day_end': f'{date}T23:00:00+02:00', 'rooms': sessions})
    conference = {'acronym': f'congress{times}', 'title': 'Congress', 'start': days[0]['date'],
                  'end': days[-1]['date'], 'daysCount': len(days), 'timeslot_duration': '00:15',
                  'time_zone_name': 'Europe/Brussels', 'rooms': [{'name': room} for room in rooms],
                  'days': days}
    return {'schedule': {'version': '1', 'base_url': 'https://congress.example/', 'conference': conference}}


def bring_in(lecternctl, source, target):
    for command in (['init', target, '--name', 'Bench'], ['-w', target, 'import', source]):
        subprocess.run([lecternctl, *command], check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
    return target


def workspace(lecternctl, folder, times):
    source = folder / f'{times}.json'
    source.write_text(json.dumps(programme(times)), encoding='utf-8')
    return bring_in(lecternctl, source, folder / f'{times}.db')


def public_file(lecternctl, data, folder):
    """38C3, 1,000 sessions in 72 rooms; None where its public file is not there."""
    schedules = pathlib.Path(os.environ.get('LECTERN_SHARED_DATA') or data) / 'schedules'
    found = sorted(schedules.glob('38c3*.json')) or sorted(schedules.glob('38c3*.xml'))
    return bring_in(lecternctl, found[0], folder / '38c3.db') if found else None


def settings(folder, view):
    config = folder / f'config-{view}'
    (config / 'glib-2.0' / 'settings').mkdir(parents=True)
    (config / 'glib-2.0' / 'settings' / 'keyfile').write_text(
        f"[org/lectern/Lectern]\nview='{view}'\n", encoding='utf-8')
    return config
