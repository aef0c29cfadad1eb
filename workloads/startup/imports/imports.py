"""Prints one line, with the modules at hand that a small command-line tool usually imports."""

import argparse
import collections
import datetime
import json
import pathlib
import re
import subprocess
import sys

USED = argparse, collections, datetime, json, pathlib, re, subprocess


def main():
    print("Hello, world!")
    return 0 if all(USED) else 1


if __name__ == "__main__":
    sys.exit(main())
