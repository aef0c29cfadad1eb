#!/bin/sh
# Ignores the polite request to end, and so does its child.
trap '' TERM
echo ready
while :; do sleep 1000; done
