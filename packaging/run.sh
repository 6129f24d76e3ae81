#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Tokentrail authors
# SPDX-License-Identifier: Apache-2.0
# Installs what is missing, builds the release and opens the console. Arguments go to the console.
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/dependencies.sh
install_missing "${runtime_packages[@]}" "${build_packages[@]}"
cmake --preset release > /dev/null
cmake --build --preset release
exec build-release/app/console/tokentrail "$@"
