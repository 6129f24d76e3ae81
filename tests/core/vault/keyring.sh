#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Tokentrail authors
# SPDX-License-Identifier: Apache-2.0
# keyring.sh MODE PROGRAM ARGUMENTS…: runs a program on a session bus of its own, with the user's
# folders replaced by a temporary one. MODE is
#   unlocked   GNOME's keyring runs and is open
#   fresh      it runs, nobody has made a keyring yet
#   none       the bus offers no Secret Service at all
# 77 means that the keyring is not installed; with TOKENTRAIL_PEERS_REQUIRED that is a failure.
set -euo pipefail
mode=$1
shift
for tool in dbus-run-session gnome-keyring-daemon; do
  if ! command -v "$tool" > /dev/null; then
    echo "$tool is not installed (Debian: dbus, gnome-keyring)"
    [ -n "${TOKENTRAIL_PEERS_REQUIRED:-}" ] && exit 1
    exit 77
  fi
done
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 0700 "$home/run"
export HOME=$home XDG_RUNTIME_DIR=$home/run XDG_DATA_HOME=$home/data XDG_CONFIG_HOME=$home/config
unset DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY XDG_CURRENT_DESKTOP GNOME_KEYRING_CONTROL
unset TOKENTRAIL_VAULT_KEY_FILE TOKENTRAIL_VAULT_PASSPHRASE TOKENTRAIL_NO_KEYCHAIN

cat > "$home/bus.conf" << 'CONF'
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default"><allow send_destination="*"/><allow own="*"/><allow eavesdrop="true"/></policy>
</busconfig>
CONF

start_keyring() {
  case $mode in
    unlocked) printf 'of the test' | gnome-keyring-daemon --unlock --components=secrets > /dev/null ;;
    fresh) gnome-keyring-daemon --start --daemonize --components=secrets > /dev/null ;;
    none) return ;;
  esac
  # The daemon takes its name on the bus some time after the command has returned.
  for _ in $(seq 100); do
    dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
      string:org.freedesktop.secrets | grep -q 'boolean true' && return
    sleep 0.05
  done
}
export -f start_keyring
export mode
dbus-run-session --config-file="$home/bus.conf" -- bash -c 'start_keyring 2> /dev/null; exec "$@"' run "$@"
