#!/bin/sh
# Finds the files of its output and puts something else in their place: nothing, a fifo that blocks whoever opens it, a link to a
# stranger's file, a folder, a file that nobody may open.
out=$(readlink /proc/self/fd/1)
err=$(readlink /proc/self/fd/2)
rm "$out" "$err"
case "$1" in
    nothing) ;;
    fifo) mkfifo "$out" "$err" ;;
    link) ln -s "$2" "$out"; ln -s "$2" "$err" ;;
    folder) mkdir "$out" "$err"; touch "$out/file" ;;
    closed) touch "$out" "$err"; chmod 000 "$out" "$err" ;;
esac
