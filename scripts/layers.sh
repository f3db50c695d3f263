#!/bin/sh
# Fails where a target imports what the layering does not allow. The table is ARCHITECTURE.md's.
set -eu
cd "$(dirname "$0")/.."
fail=0
allow() {
  target=$1
  shift
  grep -rhoE '^ *(@[A-Za-z_]+(\([a-z]+\))? +)*((public|package|internal|private|fileprivate) +)?import +((struct|class|enum|protocol|func|var|let|typealias) +)?[A-Za-z_][A-Za-z_0-9]*' \
    --include='*.swift' "Sources/$target" | awk '{ print $NF }' | sort -u | while read -r module; do
    case " $* " in
      *" $module "*) ;;
      *) echo "Sources/$target imports $module; allowed: ${*:-nothing}" >&2; echo x ;;
    esac
  done >"$log"
  [ ! -s "$log" ] || fail=1
}
log=$(mktemp)
trap 'rm -f "$log"' EXIT
allow Model
allow Formula Model
allow Ingest Model CLibcsv CNettle CLibzip CExpat Glibc Synchronization
allow Aggregate Model Formula
allow Check Model Formula
allow Store Model GRDB GRDBSQLite Glibc
allow Render Model CXlsxwriter Glibc Mustache Synchronization
allow Pipeline Model Formula Ingest Aggregate Check Store Render Yams CSystem Glibc Synchronization
allow yuebao Pipeline Model ArgumentParser Glibc Synchronization
[ "$fail" = 0 ] || exit 1
echo "layers: every import is allowed"
