#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The story of a final conference, in the window, on a real WordPress; its calendar at an address that stays."""

import servers
import story

story.run(servers.WordPress(), calendar_apart=True)
