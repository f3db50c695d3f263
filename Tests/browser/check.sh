#!/bin/sh
# Sorts, filters and reads the pages of the fixtures in Chromium, and a page whose every name is hostile.
#
#   check.sh YUEBAO [--pictures DIR]
set -eu
program=$(realpath "$1")
shift
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
PATH=$(dirname "$program"):$PATH fixtures/hostile/play.sh "$work/hostile"
python3 Tests/browser/check.py "$@" $(ls reports/*/index.html reports/*/*/bulletin.html 2>/dev/null) \
  "$work/hostile/index.html" "$work/hostile/2016-06/bulletin.html"
