#!/bin/sh
# Builds the fuzzer and runs a target of it, or each in turn: scripts/fuzz.sh TARGET|all SECONDS
# What it finds stands in FUZZ_WORK/TARGET/crash-…; what it learns is kept there, so that the next run goes on from it.
set -eu
cd "$(dirname "$0")/.."
work=${FUZZ_WORK:-.build/fuzz}
all="csv xlsx xls registry campaign formula template"
seconds=${2:-60}
targets=${1:-all}
[ "$targets" = all ] && targets=$all

mkdir -p "$work"
export YUEBAO_FUZZER=1
# gold cannot link what the address sanitizer exports.
set -- -c release --product fuzzer --scratch-path "$work/build" -Xswiftc -sanitize=fuzzer,address -Xswiftc -use-ld=lld \
  -Xswiftc -enable-testing -Xcc -fsanitize=fuzzer-no-link,address
swift build "$@" >"$work.log" 2>&1 || { grep -v 'Cannot export' "$work.log" | tail -n 40 >&2; exit 70; }
program=$(swift build "$@" --show-bin-path 2>/dev/null)/fuzzer

failed=
for target in $targets; do
  mkdir -p "$work/$target/corpus"
  sh scripts/fuzz-seeds.sh "$target" "$work/$target/seeds"
  dictionary=
  [ ! -f "fixtures/fuzz/$target.dict" ] || dictionary="-dict=fixtures/fuzz/$target.dict"
  echo "fuzz: $target for $seconds seconds"
  # A crash's trace is printed by the sanitizer; Swift's own would take minutes.
  # Leaks are not looked for: Swift's runtime keeps what it has made. With FUZZ_SEED the same inputs are tried each time,
  # as many as there is time for.
  YUEBAO_FUZZ_TARGET=$target SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0:malloc_context_size=2:quarantine_size_mb=16 \
    ${FUZZ_SEED:+env SWIFT_DETERMINISTIC_HASHING=1} "$program" -seed="${FUZZ_SEED:-0}" \
    -max_total_time="$seconds" -timeout=60 -rss_limit_mb=2048 -max_len="${FUZZ_LENGTH:-8192}" -print_final_stats=1 \
    -artifact_prefix="$work/$target/" $dictionary "$work/$target/corpus" "fixtures/fuzz/$target" "$work/$target/seeds" \
    >"$work/$target/log" 2>&1 || failed="$failed $target"
  grep -E 'FAULT|ERROR|SUMMARY|stat::number_of_executed_units|stat::new_units_added|Test unit written' "$work/$target/log" || true
done
[ -z "$failed" ] || { echo "fuzz: an input was found by:$failed; see $work/TARGET/log" >&2; exit 70; }
