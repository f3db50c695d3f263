#!/bin/sh
# Makes Word documents of bulletins: of the fixtures in both languages, and of one whose every name is hostile.
#
#   check.sh YUEBAO
set -eu
program=$(realpath "$1")
root=$(cd "$(dirname "$0")/../.." && pwd)
for tool in pandoc python3; do
  if ! command -v "$tool" >/dev/null; then
    echo "word-check: skipped, $tool is not installed (apt-get install pandoc python3)"
    exit 0
  fi
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
PATH=$(dirname "$program"):$PATH
"$root/fixtures/hostile/play.sh" "$work/hostile"
yuebao init --lang en "$work/english" >/dev/null
yuebao run -q -C "$work/english" -m 2016-06
cd "$root"
python3 Tests/word/check.py scripts/word.sh \
  reports/one-city/2016-06/bulletin.md reports/three-months/2016-06-edition-1/bulletin.md \
  "$work/english/reports/2016-06/bulletin.md" "$work/hostile/2016-06/bulletin.md"
