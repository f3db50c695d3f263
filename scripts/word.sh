#!/bin/sh
# Makes a Word document in the style of official documents (GB/T 9704) of a bulletin: word.sh BULLETIN.md OUT.docx
# The same bulletin gives the same bytes with the same pandoc.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# pandoc puts this time into the document and not that of the day.
export SOURCE_DATE_EPOCH=0
pandoc --print-default-data-file reference.docx >"$work/plain.docx"
python3 "$here/reference-docx.py" "$work/plain.docx" "$work/reference.docx"
# Tables keep their columns however long a line of them is.
pandoc --from commonmark+pipe_tables --to docx --columns=100000 --reference-doc="$work/reference.docx" \
  --lua-filter="$here/word.lua" --resource-path="$(dirname "$1")" --output "$2" "$1"
