#!/bin/sh
# Kills its whole process group, in which the meter must not be.
sleep 1000 &
kill -9 0
