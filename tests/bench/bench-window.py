# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-window.py PROGRAM LECTERNCTL: what the window costs, as ratios of the least libadwaita window.

Runs under xvfb-run and dbus-run-session. Processor time is the median of interleaved runs; the
programme and its tenfold are made here, so nothing else is needed.
"""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

PROGRAM, LECTERNCTL = sys.argv[1:3]
RUNS = int(os.environ.get('LECTERN_BENCH_RUNS', '7'))


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


def workspace(folder, times):
    source, target = folder / f'{times}.json', folder / f'{times}.db'
    source.write_text(json.dumps(programme(times)), encoding='utf-8')
    for command in (['init', target, '--name', 'Bench'], ['-w', target, 'import', source]):
        subprocess.run([LECTERNCTL, *command], check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
    return target


def settings(folder, view):
    config = folder / f'config-{view}'
    (config / 'glib-2.0' / 'settings').mkdir(parents=True)
    (config / 'glib-2.0' / 'settings' / 'keyfile').write_text(
        f"[org/lectern/Lectern]\nview='{view}'\n", encoding='utf-8')
    return config


def run(folder, config, *arguments):
    # A data folder of its own for each: without a file the window opens the last one used.
    data = folder / 'data' / (arguments[1].stem if len(arguments) > 1 else 'none')
    env = dict(os.environ, XDG_CONFIG_HOME=str(config), XDG_DATA_HOME=str(data),
               GSETTINGS_BACKEND='keyfile')
    out = subprocess.run([PROGRAM, *map(str, arguments)], env=env, check=True, timeout=60,
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    return [float(part) for part in out.split()]


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        agenda, overview = settings(folder, 'agenda'), settings(folder, 'overview')
        small, large = workspace(folder, 1), workspace(folder, 10)
        variants = {
            'floor': (overview, 'floor'), 'shell': (overview, 'lectern'),
            'overview': (overview, 'lectern', small), 'agenda': (agenda, 'lectern', small),
            'overview, tenfold': (overview, 'lectern', large), 'agenda, tenfold': (agenda, 'lectern', large)}
        results = {variant: [] for variant in variants}
        for number in range(RUNS + 1):
            for variant, arguments in variants.items():
                measured = run(folder, *arguments)
                if number > 0:  # the first warms the caches
                    results[variant].append(measured)
        middle = {variant: [statistics.median(column) for column in zip(*rows)]
                  for variant, rows in results.items()}
    for variant, (first, settled, memory, idle, items) in middle.items():
        print(f'{variant}: first frame {first:.0f} ms ({items:.0f} items in it), settled {settled:.0f} ms '
              f'of processor time, {memory / 1024:.0f} MB, idle {idle:.1f} ms in 2 s')
    floor = middle['floor']
    missed = False

    def ratio(what, value, base, target):
        nonlocal missed
        kept = value <= base * target
        missed = missed or not kept
        print(f'{what}: {value / base:.2f} (at most {target}): {"kept" if kept else "MISSED"}')

    # A first frame without its view's data would be no answer.
    assert middle['agenda'][4] > 50 and middle['agenda, tenfold'][4] > 50, middle
    ratio('first frame of the shell', middle['shell'][0], floor[0], 1.5)
    for view in ('overview', 'agenda'):
        ratio(f'first frame of the {view} with data', middle[view][0], floor[0], 2.5)
        ratio('the same with ten times the data', middle[f'{view}, tenfold'][0], middle[view][0], 1.15)
    ratio('resident memory of the shell', middle['shell'][2], floor[2], 1.5)
    print(f'resident memory with 1,000 sessions on show: {middle["agenda"][2] / floor[2]:.2f}')
    return missed


sys.exit(main())
