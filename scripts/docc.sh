#!/bin/sh
# Makes the documentation of the library as a web site, and fails where a link of it leads nowhere.
#
#   docc.sh DIR        then: python3 -m http.server -d DIR, and open /documentation/pipeline
set -eu
out=$1
cd "$(dirname "$0")/.."
graphs=$(swift build --show-bin-path)/../symbolgraph
rm -rf "$graphs" "$out"
swift package dump-symbol-graph --minimum-access-level public --skip-synthesized-members >/dev/null
# The stages alone, without the tests and the program.
chosen=$(mktemp -d)
trap 'rm -rf "$chosen"' EXIT
for module in Model Formula Ingest Check Aggregate Store Render Pipeline; do
  cp "$graphs/$module".symbols.json "$chosen"
  for extension in "$graphs/$module"@*.symbols.json; do
    [ ! -e "$extension" ] || cp "$extension" "$chosen"
  done
done
docc convert Sources/Pipeline/Pipeline.docc --warnings-as-errors \
  --fallback-display-name yuebao --fallback-bundle-identifier yuebao \
  --additional-symbol-graph-dir "$chosen" --output-dir "$out"
