#!/bin/sh
# Kills a run at random instants, runs again, and compares with a run that nobody disturbed: the month's files byte
# for byte, and all that the history holds.
#
#   kill.sh WORKSPACE MONTH COUNT [SEED]      yuebao and sqlite3 must be on the path
set -eu
source=$1 month=$2 count=$3 seed=${4:-1}
now='2016-07-08 09:00'
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# All tables but the ones of SQLite itself, row by row.
dump() { sqlite3 "$1/history.sqlite" .dump; }

cp -r "$source" "$work/undisturbed"
begin=$(date +%s%N)
yuebao run -q -C "$work/undisturbed" -m "$month" --now "$now"
duration=$((($(date +%s%N) - begin) / 1000))
dump "$work/undisturbed" >"$work/expected.sql"

instants=$(awk -v n="$count" -v seed="$seed" -v d="$duration" \
  'BEGIN { srand(seed); for (i = 0; i < n; i++) printf "%.6f\n", rand() * d * 1.1 / 1e6 }')
killed=0 recorded=0 written=0
for instant in $instants; do
  rm -rf "$work/killed"
  cp -r "$source" "$work/killed"
  timeout -s KILL "$instant" yuebao run -q -C "$work/killed" -m "$month" --now "$now" 2>/dev/null || killed=$((killed + 1))
  # How far it had come.
  [ ! -s "$work/killed/history.sqlite" ] || recorded=$((recorded + 1))
  [ ! -e "$work/killed/reports/$month/SHA256SUMS" ] || written=$((written + 1))
  yuebao run -q -C "$work/killed" -m "$month" --now "$now"
  diff -r "$work/undisturbed/reports" "$work/killed/reports"
  dump "$work/killed" | diff "$work/expected.sql" - >"$work/difference" || {
    head -5 "$work/difference"
    echo "killed after $instant s: the history differs"
    exit 1
  }
  rm -rf "$work/killed"
done
echo "killed $killed of $count runs ($recorded had begun a history, $written had written the month): all alike in the end"
