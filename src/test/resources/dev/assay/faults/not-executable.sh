#!/bin/sh
# Is not allowed to be executed; the test sees to that.
echo 42
