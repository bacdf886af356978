# SPDX-License-Identifier: GPL-3.0-or-later
"""The WordPress that other tests publish to is what they believe it to be."""
import json
import pathlib
import sys
import urllib.error
import urllib.parse

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent.parent / name) for name in ('build', 'cli')]
import tap  # noqa: E402
from rigs import Rig  # noqa: E402

RIGHTS = {'administrator': (True, True, True), 'editor': (True, True, True), 'author': (False, True, False),
          'contributor': (False, False, False), 'subscriber': (False, False, False)}


def me(rig):
    return json.loads(rig.ask('GET', '?rest_route=/wp/v2/users/me&context=edit'))


def refusal(call):
    try:
        call()
    except urllib.error.HTTPError as error:
        return error.code, error.read()
    raise AssertionError('it was not refused')


def roles():
    """every role signs in and has its rights"""
    with Rig('wordpress') as rig:
        assert json.loads(rig.ask('GET', 'wp-json/'))['authentication']
        for role, rights in RIGHTS.items():
            rig.user = role
            can = me(rig)['capabilities']
            assert me(rig)['roles'] == [role]
            found = tuple(bool(can.get(name)) for name in ('edit_pages', 'publish_posts', 'unfiltered_html'))
            assert found == rights, f'{role}: {found}'
        rig.password = 'wrong'
        assert refusal(lambda: me(rig))[0] == 401


def folder():
    """without pretty permalinks, in a folder"""
    with Rig('wordpress-plain-folder') as rig:
        assert rig.url.endswith('/verein/')
        assert me(rig)['roles'] == ['editor']
        assert b'<!DOCTYPE html>' in rig.ask('GET', 'wp-json/wp/v2/users/me')


def not_safe():
    """without TLS no password is taken"""
    with Rig('wordpress-http') as rig:
        assert json.loads(rig.ask('GET', '?rest_route=/'))['authentication'] == []
        assert b'rest_not_logged_in' in refusal(lambda: me(rig))[1]


def shut():
    """REST switched off; a firewall for what writes"""
    with Rig('wordpress-norest') as rig:
        assert b'rest_disabled' in refusal(lambda: me(rig))[1]
    with Rig('wordpress-guarded') as rig:
        assert me(rig)['roles'] == ['editor']
        assert refusal(lambda: rig.ask('POST', '?rest_route=/wp/v2/pages', b'{}'))[0] == 403


def edited():
    """somebody else edits our part of a page"""
    with Rig('wordpress') as rig:
        text = '<!-- wp:html -->\n<!-- lectern:begin a/index.html -->\n<p>Ours</p>\n<!-- lectern:end -->\n<!-- /wp:html -->'
        made = json.loads(rig.ask('POST', '?rest_route=/wp/v2/pages&context=edit&status=publish&content='
                                  + urllib.parse.quote(text), b''))
        assert made['content']['raw'] == text
        rig.ask('GET', '?rig_edit=a/index.html')
        now = json.loads(rig.ask('GET', f'?rest_route=/wp/v2/pages/{made["id"]}&context=edit'))
        assert 'index.html -->\n<p>Somebody else wrote this, in the middle of it.</p>\n<p>Ours' in now['content']['raw']
        assert b'Somebody else' in rig.ask('GET', f'?page_id={made["id"]}')


tap.run([roles, folder, not_safe, shut, edited])
