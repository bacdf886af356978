#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The story of an event, in the window, on a web space."""

import sys

import servers
import story

story.run(servers.Space(), sys.argv[1])
