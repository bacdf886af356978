<?php
// SPDX-License-Identifier: GPL-3.0-or-later
// What a web server's rules do for WordPress: files as they are, everything else is the site's.
$root = getenv('RIG_SITE');
$below = parse_url(getenv('RIG_HOME'), PHP_URL_PATH) ?? '';
$path = rawurldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
$rig = explode('-', getenv('RIG_KIND'));
$inside = substr($path, strlen($below));

if ($below !== '' && strncmp("$path/", "$below/", strlen($below) + 1) !== 0) {
    http_response_code(404);
    echo 'Another site lives here.';
    return true;
}
// a security plugin or a host that lets nothing be written from outside
if (in_array('guarded', $rig) && $_SERVER['REQUEST_METHOD'] !== 'GET') {
    http_response_code(403);
    echo '<html><body><h1>Forbidden</h1><p>Blocked by the firewall of this site.</p></body></html>';
    return true;
}
if (strpos($inside, '..') !== false || !is_file($root . $inside)) {
    $inside = '/index.php';
} elseif (substr($inside, -4) !== '.php') {
    $types = ['css' => 'text/css', 'js' => 'text/javascript', 'png' => 'image/png', 'ics' => 'text/calendar',
              'pdf' => 'application/pdf'];
    header('Content-Type: ' . ($types[pathinfo($inside, PATHINFO_EXTENSION)] ?? 'application/octet-stream'));
    readfile($root . $inside);
    return true;
}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = $below . $inside;
$_SERVER['SCRIPT_FILENAME'] = $root . $inside;
require_once __DIR__ . '/prepend.php';
chdir(dirname($root . $inside));
require $root . $inside;
