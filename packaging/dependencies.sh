# SPDX-FileCopyrightText: The Tokentrail authors
# SPDX-License-Identifier: Apache-2.0
# What Debian 12 must have, sourced by run.sh and test.sh. Nothing of the user's is removed, and
# nothing is asked of apt when everything is there.
runtime_packages=(fonts-inter fonts-jetbrains-mono libcurl4 libqt6sql6-sqlite libqt6svg6 libsecret-1-0 qt6-qpa-plugins)
build_packages=(ca-certificates ccache cmake g++ libboost-dev libcurl4-openssl-dev libssl-dev
  ninja-build qt6-base-dev qt6-svg-dev qt6-l10n-tools qt6-tools-dev qt6-tools-dev-tools qt6-webengine-dev qtkeychain-qt6-dev)
test_packages=(at-spi2-core chromium clang curl dbus git gnome-keyring libclang-rt-14-dev xvfb)

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

is_installed() {
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

install_missing() {
  local missing=() package
  for package in "$@"; do
    is_installed "$package" || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  echo "installing ${missing[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends --no-remove "${missing[@]}"
}

# npm comes with some machines' own Node; Debian's is only taken where there is none.
install_npm() {
  command -v npm > /dev/null || install_missing npm
}
