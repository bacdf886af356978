# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-drag.py PROGRAM LECTERNCTL [DATA]: frames while scrolling through 72 rooms and dragging in them.

Runs under xvfb-run and dbus-run-session at 1280×800 with the cairo renderer. The congress is made
here; 38C3 is measured too where its public file is there. Of each the best of three runs counts:
what else the machine does only takes away."""
import os
import pathlib
import subprocess
import sys
import tempfile

import congress

PROGRAM, LECTERNCTL = sys.argv[1:3]
DATA = sys.argv[3] if len(sys.argv) > 3 else '.'
RUNS = int(os.environ.get('LECTERN_BENCH_RUNS', '3'))
WANTED = 95.0


def run(folder, config, file):
    env = dict(os.environ, XDG_CONFIG_HOME=str(config), XDG_DATA_HOME=str(folder / f'data-{file.stem}'),
               GSETTINGS_BACKEND='keyfile')
    out = subprocess.run([PROGRAM, str(file)], env=env, check=True, timeout=120, stdout=subprocess.PIPE,
                         stderr=subprocess.DEVNULL, text=True).stdout
    return {line.split()[0]: [float(part) for part in line.split()[1:]] for line in out.splitlines()}


def main():
    missed = False
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        config = congress.settings(folder, 'agenda')
        files = {'congress': congress.workspace(LECTERNCTL, folder, 1), '38C3': congress.public_file(LECTERNCTL, DATA, folder)}
        for title, file in files.items():
            if file is None:
                print(f'{title}: skipped, its file is not there')
                continue
            runs = [run(folder, config, file) for _ in range(RUNS)]
            print(f'{title}, beginning to drag: {min(r["take"][0] for r in runs):.0f} ms, once')
            for what in ('scroll', 'drag'):
                share, median, p95 = max((r[what] for r in runs), key=lambda found: found[0])
                kept = share >= WANTED
                missed = missed or not kept
                print(f'{title}, {what}: {share:.1f} of 100 frames within 16.7 ms (at least {WANTED:.0f}), '
                      f'median {median:.1f} ms, 95th of 100 {p95:.1f} ms {"kept" if kept else "MISSED"}')
    sys.exit(1 if missed else 0)


main()
