"""A list of strings of 13 letters."""

import sys


def make(count):
    names = []
    for i in range(count):
        names.append(f"name {i:08}")
    return names


def main():
    made = make(int(sys.argv[1]))
    print(len(made))


main()
