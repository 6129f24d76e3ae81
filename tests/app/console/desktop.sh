#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Tokentrail authors
# SPDX-License-Identifier: Apache-2.0
# desktop.sh PROGRAM ARGUMENTS…: runs a program on a screen of its own (Xvfb) with a session bus and
# the accessibility bus beside it, the user's folders replaced by a temporary one. 77 means that a
# piece of such a desktop is not installed; with TOKENTRAIL_PEERS_REQUIRED that is a failure.
set -euo pipefail
missing() {
  echo "$1 is not installed (Debian: at-spi2-core, dbus, xvfb)"
  [ -n "${TOKENTRAIL_PEERS_REQUIRED:-}" ] && exit 1
  exit 77
}
for tool in Xvfb dbus-run-session; do
  command -v "$tool" > /dev/null || missing "$tool"
done
[ -e /usr/share/dbus-1/services/org.a11y.Bus.service ] || missing at-spi2-core

home=$(mktemp -d)
screen=
trap '[ -z "$screen" ] || kill "$screen" 2> /dev/null || true; rm -rf "$home"' EXIT
mkdir -m 0700 "$home/run"
mkfifo "$home/display"
Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3> "$home/display" > /dev/null 2>&1 &
screen=$!
read -r number < "$home/display"

export HOME=$home XDG_RUNTIME_DIR=$home/run XDG_DATA_HOME=$home/data XDG_CONFIG_HOME=$home/config
export XDG_STATE_HOME=$home/state DISPLAY=:$number QT_QPA_PLATFORM=xcb LANG=C.UTF-8
unset DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS WAYLAND_DISPLAY XDG_CURRENT_DESKTOP LANGUAGE
unset TOKENTRAIL_VAULT_KEY_FILE TOKENTRAIL_VAULT_PASSPHRASE
dbus-run-session -- "$@"
