#!/bin/sh
# bench.sh YUEBAO WORKSPACE     wall time, processor time and peak memory of a whole run of 2016-06, each five times:
# into an empty history, and again with nothing new.
# bench.sh YUEBAO WORKSPACE year     the same campaign with twelve months in its history, and one corrected file.
set -eu
yuebao=$1 source=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C

measure() { # LABEL ARGUMENTS…
  python3 - "$yuebao" "$@" <<'PY'
import resource, subprocess, sys, time
program, label, *arguments = sys.argv[1:]
start = time.monotonic()
done = subprocess.run([program, *arguments, "-q"], stdout=subprocess.DEVNULL)
wall = time.monotonic() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"{label:24} wall {wall:.2f} s  cpu {used.ru_utime + used.ru_stime:.2f} s  peak {used.ru_maxrss / 1024:.0f} MiB  exit {done.returncode}", flush=True)
PY
}

if [ "${3:-}" = year ]; then
  python3 "$(dirname "$0")/year.py" "$source" "$work/year" 12
  measure 'twelve months taken in' ingest -C "$work/year"
  ls -l "$work/year/history.sqlite" | awk '{ printf "history: %.1f MB a month\n", $5 / 12e6 }'
  for run in 1 2 3 4 5; do
    file=$(find "$work/year/inbox/2016-06" -name '*.csv' | sort | sed -n "$((run * 100))p")
    sed -i '$s/,1,/,2,/' "$file"
    echo >>"$file"
    measure 'one corrected file' run -C "$work/year" -m 2016-06
  done
  exit
fi
cp -r "$source" "$work/campaign"
for run in warm-up 1 2 3 4 5; do
  rm -f "$work/campaign"/history.sqlite*
  measure "first, $run" run -C "$work/campaign" -m 2016-06
  measure "again, $run" run -C "$work/campaign" -m 2016-06
done
rm -f "$work/campaign"/history.sqlite*
"$yuebao" run -q -v --lang en -C "$work/campaign" -m 2016-06 || [ $? -eq 65 ]
