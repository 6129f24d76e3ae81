#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Tokentrail authors
# SPDX-License-Identifier: Apache-2.0
# run.sh BUILD SECONDS: runs every fuzz target that was built, each for so long, from its seeds.
# The same random numbers every time: a gate must not fail by chance. FUZZ_SEED=0 takes new ones.
set -euo pipefail
build=$1 seconds=$2
here=$(cd "$(dirname "$0")" && pwd)
ran=0
for target in "$build"/tests/fuzz/fuzz_*; do
  [ -x "$target" ] && [ -f "$target" ] || continue
  name=$(basename "$target")
  corpus=$(mktemp -d)
  seeds=$here/seeds/${name#fuzz_}
  mkdir -p "$build/findings"
  echo "fuzzing $name for $seconds s"
  "$target" -seed="${FUZZ_SEED:-1}" -max_total_time="$seconds" -artifact_prefix="$build/findings/$name-" -print_final_stats=0 \
    "$corpus" $([ -d "$seeds" ] && echo "$seeds") > "$build/findings/$name.log" 2>&1 \
    || { tail -40 "$build/findings/$name.log"; exit 1; }
  rm -rf "$corpus"
  ran=$((ran + 1))
done
[ "$ran" -gt 0 ] || { echo "no fuzz target was built in $build" >&2; exit 1; }
