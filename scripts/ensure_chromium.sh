#!/bin/sh
# The browser tests drive an installed Chromium; where there is none, Debian's is installed if that is possible here.
set -eu

found() {
    [ -n "${EVENTMAP_CHROMIUM:-}" ] && [ -x "$EVENTMAP_CHROMIUM" ] && return 0
    for name in chromium chromium-browser google-chrome-stable google-chrome; do
        command -v "$name" >/dev/null 2>&1 && return 0
    done
    return 1
}

found && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null
    found && exit 0
fi
echo "The browser tests need Chromium or Chrome: install it (on Debian: sudo apt-get install chromium), or set EVENTMAP_CHROMIUM to its path." >&2
exit 1
