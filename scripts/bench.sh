#!/bin/sh
# bench.sh YUEBAO WORKSPACE     wall time and peak memory of a whole run, five times after a warm-up
set -eu
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
export LC_ALL=C
for run in warm-up 1 2 3 4 5; do
  python3 - "$1" "$2" "$out/$run" "$run" <<'PY'
import os, resource, subprocess, sys, time
program, workspace, out, run = sys.argv[1:]
start = time.monotonic()
done = subprocess.run([program, "run", "-C", workspace, "--month", "2016-06", "--output", out, "-q"], stdout=subprocess.DEVNULL)
wall = time.monotonic() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"{run:8} wall {wall:.2f} s  cpu {used.ru_utime + used.ru_stime:.2f} s  peak {used.ru_maxrss / 1024:.0f} MiB  exit {done.returncode}")
PY
done
