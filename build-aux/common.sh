# SPDX-License-Identifier: GPL-3.0-or-later
#
# What build-aux/run and build-aux/test share: installing what is missing, configuring and
# compiling. Read with ".", from a script that has set $root to the top of the source tree.
# Everything that is said here goes to standard error: standard output belongs to the callers.

packages_file=$root/build-aux/packages

say () { printf '%s\n' "$*" >&2; }

# The lines of the named sections, without comments.
needs_of ()
{
  awk -v wanted=" $* " '
    /^[ \t]*(#|$)/ { next }
    /^\[/ { gsub (/[][]/, ""); on = index (wanted, " " $0 " ") > 0; next }
    on { print }' "$packages_file"
}

# The packages of the named sections that are not installed, on one line. One call of dpkg-query
# for all of them: a run that installs nothing has to start at once.
missing_packages ()
{
  wanted=$(needs_of "$@" | awk '{ print $1 }')
  # shellcheck disable=SC2086  # one word per package is wanted
  { dpkg-query -W -f '${db:Status-Status} ${Package}\n' $wanted 2>/dev/null || true; } |
    awk -v wanted="$(echo $wanted)" '
      $1 == "installed" { here[$2] = 1 }
      END { n = split (wanted, name, " ")
            for (i = 1; i <= n; i++) if (!(name[i] in here)) printf "%s ", name[i] }'
}

# Three attempts: package servers drop connections, and apt says so only in its status.
apt_get ()
{
  tries=0
  until $as_root env RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get -q -y \
          -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 "$@" >&2
  do
    tries=$((tries + 1))
    [ $tries -lt 3 ] || return 1
    say "apt-get $1 failed; trying again"
    sleep $((tries * 5))
  done
}

# Without apt nothing can be installed by name: say what is missing, all of it, and stop.
name_what_is_missing ()
{
  missing=$(needs_of "$@" | while read -r package kind name rest
  do
    case $kind in
      command)
        command -v "$name" >/dev/null 2>&1 || echo "  command $name (Debian package $package)" ;;
      module)
        pkg-config --exists "$name $rest" 2>/dev/null ||
          echo "  pkg-config module $name${rest:+ $rest} (Debian package $package)" ;;
    esac
  done)
  [ -n "$missing" ] || return 0
  say "There is no apt here to install what is missing:"
  say "$missing"
  return 1
}

install_needs ()
{
  if ! command -v apt-get >/dev/null 2>&1 || ! command -v dpkg-query >/dev/null 2>&1
  then
    name_what_is_missing "$@"
    return
  fi
  missing=$(missing_packages "$@")
  [ -n "$missing" ] || return 0
  as_root=
  if [ "$(id -u)" != 0 ]
  then
    if ! command -v sudo >/dev/null 2>&1
    then
      say "These packages are missing, and there is no sudo to install them as this user:"
      say "  $missing"
      return 1
    fi
    as_root=sudo
  fi
  say "Installing: $missing"
  apt_get update || return 1
  # shellcheck disable=SC2086  # one word per package is wanted
  apt_get install --no-install-recommends $missing
}

# configure_and_compile DIR OPTION...: incremental; DIR is configured when it is new or when the
# options it was configured with were others.
configure_and_compile ()
{
  dir=$1
  shift
  if [ "$(cat "$dir/.configured-with" 2>/dev/null)" != "$*" ] || [ ! -e "$dir/build.ninja" ]
  then
    rm -rf "$dir"
    meson setup "$dir" "$root" "$@" >&2 || return 1
    echo "$*" > "$dir/.configured-with"
  fi
  ninja --quiet -C "$dir" >&2
}
