"""A list of whole numbers."""

import sys


def make(count):
    numbers = []
    for i in range(count):
        numbers.append(i * 3 + 1000)
    return numbers


def main():
    made = make(int(sys.argv[1]))
    print(len(made))


main()
