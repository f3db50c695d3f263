#!/bin/sh
# Writes inputs for a target of the fuzzer to begin from, made of the fixtures and of the corpora where they are:
# scripts/fuzz-seeds.sh TARGET FOLDER
set -eu
cd "$(dirname "$0")/.."
target=$1
out=$2
mkdir -p "$out"
corpora=${YUEBAO_CORPORA:-../shared/corpora}

# Small files of a name, under names that tell them apart.
copy() {
  find fixtures "$corpora" -name "$1" -size -"${2:-20}k" ! -path 'fixtures/fuzz/*' 2>/dev/null | while read -r file; do
    cp "$file" "$out/$(printf %s "$file" | tr '/ ' '__')"
  done
}

# The parts of a workbook as one text.
unpack() {
  unzip -p "$1" "${2:-xl/worksheets/sheet1.xml}" 2>/dev/null || return 0
  unzip -Z1 "$1" 2>/dev/null | grep -E '^xl/.*\.(xml|rels)$' | grep -v 'sheet1.xml$\|theme\|printer' | while read -r part; do
    printf '\n==> %s\n' "$part"
    unzip -p "$1" "$part"
  done
}

case $target in
  csv) copy '*.csv' ;;
  registry)
    copy 'registry.csv'
    copy 'received.csv'
    copy 'explanations.csv'
    ;;
  xlsx)
    copy '*.xlsx'
    for file in "$out"/*.xlsx; do
      unpack "$file" >"$file.parts"
      [ -s "$file.parts" ] && [ "$(wc -c <"$file.parts")" -lt 20000 ] || rm "$file.parts"
    done
    ;;
  xls) copy '*.xls' 100 ;;
  campaign)
    for folder in fixtures/*/ fixtures/sheets/campaign/ fixtures/bench/*/; do
      [ -f "$folder/campaign.yaml" ] || continue
      file="$out/$(printf %s "$folder" | tr '/ ' '__')"
      cat "$folder/campaign.yaml" >"$file"
      (cd "$folder" && find forms templates -type f 2>/dev/null) | sort | while read -r name; do
        printf '\n==> %s\n' "$name"
        cat "$folder/$name"
      done >>"$file"
      printf '\n==> registry.csv\n' >>"$file"
      head -n 12 "$folder/registry.csv" 2>/dev/null >>"$file" || true
    done
    ;;
  formula)
    { grep -rhoE '(require|count|sum|where|value|mean): *[^,}]+' fixtures --include='*.yaml' | sed 's/^[a-z]*: *//; s/^"\(.*\)"$/\1/'
      grep -hoE '`[^`]+`' docs/formula.md docs/ledgers.md | tr -d '`'; } | sort -u | {
      number=0
      while read -r line; do
        number=$((number + 1))
        printf %s "$line" >"$out/$number"
      done
    }
    ;;
  template)
    copy '*.mustache'
    # The built-in ones, as the documentation prints them.
    awk -v out="$out" '/^```/ { inside = !inside; number++; next } inside { print > (out "/" number) }' docs/templates.md
    ;;
esac
