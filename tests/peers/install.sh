#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Tokentrail authors
# SPDX-License-Identifier: Apache-2.0
# Installs every peer (a folder here with a package.json) into the cache, once per package.json.
# Versions are pinned there; no lock file is kept, since those name registries.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cache=${TOKENTRAIL_PEERS:-${XDG_CACHE_HOME:-$HOME/.cache}/tokentrail/peers}
for manifest in "$here"/*/package.json; do
  peer=$(basename "$(dirname "$manifest")")
  target=$cache/$peer
  stamp=$(sha256sum < "$manifest" | cut -d' ' -f1)
  [ "$(cat "$target/installed" 2>/dev/null)" = "$stamp" ] && continue
  echo "installing peer $peer"
  rm -rf "$target"
  mkdir -p "$target"
  cp "$manifest" "$target/"
  (cd "$target" && npm install --no-audit --no-fund --no-package-lock --loglevel=error)
  echo "$stamp" > "$target/installed"
done
