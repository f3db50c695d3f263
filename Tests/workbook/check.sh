#!/bin/sh
# Lets LibreOffice compute every formula of bulletin.xlsx anew, and sets the results beside those that are stored in the
# file and beside figures.csv. Workbooks of a city, of three months with changes and revisions, and of ledgers.
#
#   check.sh YUEBAO
set -eu
program=$(realpath "$1")
tests=$(cd "$(dirname "$0")" && pwd)
fixtures=$tests/../../fixtures
for tool in soffice python3; do
  if ! command -v "$tool" >/dev/null; then
    echo "workbook-check: skipped, $tool is not installed (apt-get install libreoffice-calc python3)"
    exit 0
  fi
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
PATH=$(dirname "$program"):$PATH
cp -r "$fixtures/one-city" "$work/one-city"
yuebao run -q -C "$work/one-city" -m 2016-06 --output "$work/city"
"$fixtures/three-months/play.sh" "$work/three" >"$work/log" 2>&1
"$fixtures/branches/play.sh" "$work/branches" >"$work/log" 2>&1
for month in city/2016-06 three/2016-05-revised three/2016-06-edition-1 branches/2016-06; do
  python3 "$tests/check.py" "$work/$month" "$work/recalculated"
done
