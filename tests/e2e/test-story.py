#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The story of a final conference, in the window, on a web space."""

import servers
import story

story.run(servers.Space())
