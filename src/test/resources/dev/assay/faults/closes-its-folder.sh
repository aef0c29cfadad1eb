#!/bin/sh
# Leaves a folder with files in it that nobody may read or enter, and makes its own such a one.
mkdir -p a/b
touch a/b/file
chmod 000 a/b a .
echo 42
