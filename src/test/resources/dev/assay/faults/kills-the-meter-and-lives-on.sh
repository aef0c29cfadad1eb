#!/bin/sh
# Puts a daemon out of reach, then kills its parent, the meter, or the one who watches over the meter, where there is one.
parent() { sed 's/.*) . \([0-9]*\) .*/\1/' "/proc/$1/stat"; }
victim=$PPID
if [ "$1" = warden ] && [ "$(cat "/proc/$(parent "$PPID")/comm")" = meter ]; then
    victim=$(parent "$PPID")
fi
(trap '' HUP TERM; setsid sleep 1000 &)
kill -9 "$victim"
exec sleep 1000
