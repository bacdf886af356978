<?php
// SPDX-License-Identifier: GPL-3.0-or-later
// What is peculiar to one start of the rig, as a plugin that cannot be switched off.
$rig = explode('-', getenv('RIG_KIND'));
if (in_array('plain', $rig)) {
    add_filter('pre_option_permalink_structure', fn () => '', 99);
}
if (in_array('norest', $rig)) {
    add_filter('rest_authentication_errors',
               fn () => new WP_Error('rest_disabled', 'The REST API is disabled on this site.', ['status' => 401]), 999);
}
// ?rig_edit=MARKER&text=HTML: somebody else puts a text into our part of the page that has the
// marker; &before and &after: around it
add_action('init', function () {
    global $wpdb;
    if (!isset($_GET['rig_edit'])) {
        return;
    }
    $marker = wp_unslash($_GET['rig_edit']);
    $text = wp_unslash($_GET['text'] ?? '<p>Somebody else wrote this, in the middle of it.</p>');
    $id = $wpdb->get_var($wpdb->prepare("SELECT ID FROM $wpdb->posts WHERE post_type IN ('page', 'post')
        AND post_content LIKE %s ORDER BY ID LIMIT 1", '%' . $wpdb->esc_like("lectern:begin $marker ") . '%'));
    if (!$id) {
        wp_die('no such page', '', ['response' => 404]);
    }
    wp_set_current_user(get_user_by('login', 'administrator')->ID);
    $begin = '/<!-- lectern:begin ' . preg_quote($marker, '/') . '[^>]*-->\n?/';
    $content = preg_replace_callback($begin, fn ($found) => $found[0] . "$text\n", get_post($id)->post_content, 1);
    wp_update_post(wp_slash(['ID' => $id, 'post_content' => $content]));
    wp_die('done', '', ['response' => 200]);
}, 20);
