"""A list of arrays of eight whole numbers."""

import sys
from array import array


def make(count):
    rows = []
    for i in range(count):
        row = array("q")
        for j in range(8):
            row.append(i * 8 + j + 1000)
        rows.append(row)
    return rows


def main():
    made = make(int(sys.argv[1]))
    print(len(made))


main()
