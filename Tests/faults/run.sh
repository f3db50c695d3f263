#!/bin/sh
# Compiles faults.c and tries the faults of faults.py on a program: run.sh YUEBAO [OPTION…]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
compiler=$(command -v cc || command -v clang)
"$compiler" -O1 -Wall -Wextra -Werror -shared -fPIC -o "$made/faults.so" "$here/faults.c" -ldl
program=$1
shift
PYTHONDONTWRITEBYTECODE=1 python3 "$here/faults.py" "$program" "$made/faults.so" "$@"
