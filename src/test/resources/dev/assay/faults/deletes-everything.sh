#!/bin/sh
# Deletes the folder above its own, in which its output is kept, and puts what it is told in its place.
above=$(dirname "$(pwd -P)")
echo 42
cd / && rm -rf "$above"
case "$1" in
    nothing) ;;
    file) echo nonsense > "$above" ;;
    link) ln -s "$2" "$above" ;;
esac
