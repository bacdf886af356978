<?php
// SPDX-License-Identifier: GPL-3.0-or-later
// Installs WordPress into an empty database, with a user for each role: named like the role, all
// with the application password that is given.
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = '127.0.0.1';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
function wp_new_blog_notification($title, $url, $user, $password) {}

$database = new mysqli('localhost', 'wordpress', '', '', 0, getenv('RIG_SOCKET'));
$database->query('CREATE DATABASE wordpress CHARACTER SET utf8mb4');
require ABSPATH . 'wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

wp_install('Rig', 'administrator', 'administrator@example.org', true, '', 'not used');
update_option('permalink_structure', '/%year%/%monthnum%/%postname%/');
update_option('timezone_string', 'Europe/Brussels');
update_option('stylesheet', 'rig');
update_option('template', 'rig');
add_filter('random_password', fn () => str_replace(' ', '', $argv[1]));
foreach (['administrator', 'editor', 'author', 'contributor', 'subscriber'] as $role) {
    $user = get_user_by('login', $role);
    $id = $user ? $user->ID : wp_insert_user(['user_login' => $role, 'user_pass' => "not used either",
                                              'user_email' => "$role@example.org", 'role' => $role]);
    $made = WP_Application_Passwords::create_new_application_password($id, ['name' => 'Lectern']);
    if (is_wp_error($made)) {
        fwrite(STDERR, $made->get_error_message());
        exit(1);
    }
}
