"""A dictionary from whole numbers to whole numbers."""

import sys


def make(count):
    table = {}
    for i in range(count):
        table[i * 3 + 1000] = i * 5 + 1000
    return table


def main():
    made = make(int(sys.argv[1]))
    print(len(made))


main()
