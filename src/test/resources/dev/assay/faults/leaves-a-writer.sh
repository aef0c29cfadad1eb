#!/bin/sh
# Leaves a grandchild behind that holds its outputs open.
(sleep 1000 &)
echo 42
