"""A list of floating-point numbers."""

import sys


def make(count):
    numbers = []
    for i in range(count):
        numbers.append(i * 0.5)
    return numbers


def main():
    made = make(int(sys.argv[1]))
    print(len(made))


main()
