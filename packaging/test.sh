#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Tokentrail authors
# SPDX-License-Identifier: Apache-2.0
# Installs what is missing, builds and runs every test: the unit tests, the real SAP packages as
# peers, and each fuzz target for a few seconds. "test.sh asan" does the same under sanitizers.
set -euo pipefail
cd "$(dirname "$0")/.."
preset=${1:-ci}
. packaging/dependencies.sh
install_missing "${runtime_packages[@]}" "${build_packages[@]}" "${test_packages[@]}"
install_npm
tests/peers/install.sh

export CCACHE_SLOPPINESS=pch_defines,time_macros
runtime=$(mktemp -d)
trap 'rm -rf "$runtime"' EXIT
export XDG_RUNTIME_DIR=$runtime

cmake --preset fuzz > /dev/null
cmake --build --preset fuzz --target $(basename -s .cpp tests/fuzz/fuzz_*.cpp)
tests/fuzz/run.sh build-fuzz "${TOKENTRAIL_FUZZ_SECONDS:-5}"

cmake --preset "$preset" > /dev/null
cmake --build --preset "$preset"
ctest --preset "$preset"
