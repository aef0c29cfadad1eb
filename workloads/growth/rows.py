"""A list of lists of eight whole numbers."""

import sys


def make(count):
    rows = []
    for i in range(count):
        row = []
        for j in range(8):
            row.append(i * 8 + j + 1000)
        rows.append(row)
    return rows


def main():
    made = make(int(sys.argv[1]))
    print(len(made))


main()
