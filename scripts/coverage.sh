#!/bin/sh
# Runs the tests and prints which share of the lines of each module they run, and the files of which they run less than
# 90 %. Arguments go to `swift test`, such as --filter.
set -eu
cd "$(dirname "$0")/.."
scratch=.build/coverage
tools=$(dirname "$(readlink -f "$(command -v swift)")")
rm -f "$scratch"/debug/codecov/*
mkdir -p "$scratch"
# Tests kill the program in the middle of its work: their profiles are broken off, and swift itself would give up there.
swift test --enable-code-coverage --scratch-path "$scratch" "$@" >"$scratch/log" 2>&1 || true
grep -aE '^. Test run with .* passed' "$scratch/log" || {
  grep -aE '✘|error:' "$scratch/log" | cut -c1-300 | head -n 20 >&2
  exit 1
}
built=$(swift build --scratch-path "$scratch" --show-bin-path)
"$tools/llvm-profdata" merge -sparse --failure-mode=all -o "$scratch/all.profdata" "$built"/codecov/*.profraw 2>/dev/null
"$tools/llvm-cov" export -summary-only -instr-profile "$scratch/all.profdata" "$built/yuebaoPackageTests.xctest" \
  -object "$built/yuebao" >"$scratch/all.json" 2>/dev/null
python3 scripts/coverage.py "$scratch/all.json" --files 90
