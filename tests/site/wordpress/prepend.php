<?php
// SPDX-License-Identifier: GPL-3.0-or-later
// The program's files are links to Debian's, which lie where its own configuration is.
define('ABSPATH', getenv('RIG_SITE') . '/');
