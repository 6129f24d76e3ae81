#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Tokentrail authors
# SPDX-License-Identifier: Apache-2.0
# Installs what is missing, builds the release and opens the console. Arguments go to the console.
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/dependencies.sh
install_missing "${runtime_packages[@]}" "${build_packages[@]}"
cmake --preset release > build-release.log 2>&1 || { cat build-release.log >&2; exit 1; }
cmake --build --preset release
exec build-release/app/console/tokentrail "$@"
