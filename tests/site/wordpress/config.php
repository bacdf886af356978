<?php
// SPDX-License-Identifier: GPL-3.0-or-later
// wp-config.php of the rig: what differs from one start to the next comes in the environment.
$rig = explode('-', getenv('RIG_KIND'));
define('DB_NAME', 'wordpress');
define('DB_USER', 'wordpress');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:' . getenv('RIG_SOCKET'));
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
$table_prefix = 'wp_';
foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $name) {
    define($name . '_KEY', "the rig's $name key");
    define($name . '_SALT', "the rig's $name salt");
}
define('WP_HOME', getenv('RIG_HOME'));
define('WP_SITEURL', getenv('RIG_HOME'));
define('WP_ENVIRONMENT_TYPE', in_array('http', $rig) ? 'production' : 'local');
define('WP_POST_REVISIONS', !in_array('norevisions', $rig));
define('DISABLE_WP_CRON', true);
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('WP_DEBUG', false);
require_once ABSPATH . 'wp-settings.php';
