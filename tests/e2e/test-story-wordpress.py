#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The story of an event, in the window, on a real WordPress; its calendar at an address that stays."""

import sys

import servers
import story

story.run(servers.WordPress(), sys.argv[1], calendar_apart=True)
