# SPDX-License-Identifier: GPL-3.0-or-later
"""The checks of the tree speak TAP, like the tests of the code.

Each check is a function whose first line of documentation is its name; it asserts, or raises
Skip with the reason. A wrong result says what and where.
"""
import pathlib
import subprocess
import sys
import traceback


class Skip(Exception):
    """Raised by a check that cannot be made here; its text says why."""


def run(checks):
    print(f'1..{len(checks)}', flush=True)
    failed = 0
    for number, check in enumerate(checks, 1):
        name = check.__doc__.strip().splitlines()[0]
        try:
            check()
            print(f'ok {number} {name}', flush=True)
        except Skip as why:
            print(f'ok {number} {name} # SKIP {why}', flush=True)
        except Exception as error:
            failed += 1
            told = str(error) if isinstance(error, AssertionError) else traceback.format_exc()
            # On standard error: that is what is shown of a test that failed.
            print(told, file=sys.stderr, flush=True)
            print(f'not ok {number} {name}', flush=True)
    sys.exit(1 if failed else 0)


def call(command, **more):
    """Runs a command and returns it with its text output, standard error in between."""
    return subprocess.run([str(word) for word in command], text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, check=False, **more)


def must(command, **more):
    done = call(command, **more)
    assert done.returncode == 0, f'{command[0]} ended with {done.returncode}:\n{done.stdout}'
    return done.stdout


def files_of(source):
    """What belongs to the tree: git's list, else every file that is not built."""
    if (source / '.git').exists():
        listed = call(['git', '-c', 'safe.directory=*', '-C', source, 'ls-files', '-co',
                       '--exclude-standard'])
        if listed.returncode == 0:
            found = [source / name for name in listed.stdout.splitlines()]
            return sorted(path for path in found if path.is_file())
    return sorted(path for path in source.rglob('*') if path.is_file()
                  and not path.relative_to(source).parts[0].startswith(('_build', '.git')))


def folder(number):
    return pathlib.Path(sys.argv[number]).resolve()
