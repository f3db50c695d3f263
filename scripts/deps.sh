#!/bin/sh
# Installs the Debian packages that the build and its tests need, and those named, and says so; needs root only where
# one is missing.
set -eu
missing=
for package in libcsv-dev nettle-dev libzip-dev libexpat1-dev libxlsxwriter-dev libsqlite3-dev sqlite3 unzip zip python3 "$@"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
echo "installing:$missing"
sudo=
[ "$(id -u)" = 0 ] || sudo=sudo
$sudo apt-get update -qq
# shellcheck disable=SC2086  # one word a package
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends $missing
