# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-window.py PROGRAM LECTERNCTL [DATA]: what the window costs, as ratios of the least libadwaita window.

Runs under xvfb-run and dbus-run-session. Processor time is the median of interleaved runs; the
programme and its tenfold are made here, so nothing else is needed; 38C3 is measured too where its
public file is there.
"""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

import congress

PROGRAM, LECTERNCTL = sys.argv[1:3]
DATA = sys.argv[3] if len(sys.argv) > 3 else '.'
RUNS = int(os.environ.get('LECTERN_BENCH_RUNS', '7'))


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
        agenda, overview = congress.settings(folder, 'agenda'), congress.settings(folder, 'overview')
        small, large = congress.workspace(LECTERNCTL, folder, 1), congress.workspace(LECTERNCTL, folder, 10)
        variants = {
            'floor': (overview, 'floor'), 'shell': (overview, 'lectern'),
            'overview': (overview, 'lectern', small), 'agenda': (agenda, 'lectern', small),
            'overview, tenfold': (overview, 'lectern', large), 'agenda, tenfold': (agenda, 'lectern', large)}
        public = congress.public_file(LECTERNCTL, DATA, folder)
        if public is not None:
            variants['38C3'] = (agenda, 'lectern', public)
        else:
            print('38C3: skipped, its file is not there')
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
    for variant in ('agenda', '38C3'):
        if variant in middle:
            ratio(f'resident memory with 1,000 sessions on show ({variant})', middle[variant][2], floor[2], 1.5)
    return missed


sys.exit(main())
