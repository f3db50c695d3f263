#!/bin/sh
# Makes the manual pages of a program from its own help: yuebao.1, and yuebao-run.1 for `man yuebao run`.
#
#   man.sh PROGRAM TOOL DIR [YYYY-MM-DD]
#
# TOOL is swift-argument-parser's generate-manual. What it writes is set alike for every program: here blank lines become
# paragraphs, what the help sets in by blanks stays as it stands, and the exit codes are said.
set -eu
program=$1 tool=$2 out=$3 date=${4:-$(date -u +%F)}
rm -rf "$out"
mkdir -p "$out/raw"
"$tool" "$program" --multi-page --date "$date" --output-directory "$out/raw"
# There is no page for the command that shows help.
rm -f "$out/raw/yuebao.help.1"
for page in "$out"/raw/*.1; do
  name=$(basename "$page" .1 | tr . -)
  awk -v name="$name" '
    function end_literal() { if (literal) print ".Ed"; literal = 0 }
    /^\.Xr yuebao\.help / { next }
    # The tool has blank lines, and paragraphs before the items of a list, where they mean nothing.
    /^$/ || /^\.Pp$/ { blank = 1; next }
    /^  / {
      if (!literal) print ".Bd -literal"
      else if (blank) print ""
      literal = 1; blank = 0
      print "\\&" substr($0, 3)
      next
    }
    {
      end_literal()
      if (blank && !/^\.(It|El|Bl|Sh)/) print ".Pp"
      blank = 0
    }
    /^\.Dt / { print ".Dt", toupper(name), 1; next }
    /^\.Nm ./ { called = $0; print ".Nm", name; next }
    /^\.Nm$/ { print called; next }
    /^\.Nd / { sub(/\."$/, "\"") }
    /^\.Xr / { gsub(/\./, "-", $2) }
    /^\.Ex -std/ {
      print "0 where it is done, else a code of"
      if (name == "yuebao") print ".Xr sysexits 3 ."
      else print ".Xr sysexits 3 , listed in\n.Xr yuebao 1 ."
      next
    }
    { print }
    END { end_literal() }
  ' "$page" >"$out/$name.1"
done
rm -r "$out/raw"
# Where mandoc is there, it says whether the pages are well formed; its remarks on style are not asked for.
if command -v mandoc >/dev/null; then mandoc -T lint -W error "$out"/*.1; fi
