#!/bin/sh
# Makes a Word document in the style of official documents (GB/T 9704) of a bulletin: word.sh BULLETIN.md OUT.docx
# The same bulletin gives the same bytes with the same pandoc, rsvg-convert and fonts.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# pandoc puts this time into the document and not that of the day.
export SOURCE_DATE_EPOCH=0
pandoc --print-default-data-file reference.docx >"$work/plain.docx"
python3 "$here/reference-docx.py" "$work/plain.docx" "$work/reference.docx"
# Word and WPS of all ages show PNG: 300 dots an inch, no wider than the text and no higher than most of a page.
mkdir "$work/charts"
for chart in "$(dirname "$1")"/charts/*.svg; do
  [ -f "$chart" ] || continue
  if ! command -v rsvg-convert >/dev/null; then
    echo "word.sh: no rsvg-convert (apt-get install librsvg2-bin fonts-noto-cjk): the charts are left out" >&2
    break
  fi
  rsvg-convert --width=1843 --height=2300 --keep-aspect-ratio --background-color=white \
    --output "$work/charts/$(basename "$chart" .svg).png" "$chart"
done
# Charts are linked to as pictures; one that there is no picture of goes, with its note, the paragraph after it.
awk -v pictures="$work" '
  /^!\[.*\]\(charts\/[a-z0-9-]+\.svg\)$/ {
    name = $0
    sub(/^.*\]\(/, "", name)
    sub(/\.svg\)$/, ".png", name)
    if ((getline byte < (pictures "/" name)) > 0) {
      close(pictures "/" name)
      sub(/\.svg\)$/, ".png)")
    } else { paragraphs = 2 }
  }
  !paragraphs { print }
  paragraphs && /^$/ { paragraphs-- }' "$1" >"$work/bulletin.md"
# Tables keep their columns however long a line of them is.
YUEBAO_PICTURES="$work" pandoc --from commonmark+pipe_tables --to docx --columns=100000 --resource-path="$work" \
  --reference-doc="$work/reference.docx" --lua-filter="$here/word.lua" --output "$work/made.docx" "$work/bulletin.md"
python3 "$here/finish-docx.py" "$work/made.docx" "$2"
