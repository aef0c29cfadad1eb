"""An array of floating-point numbers of 64 bits."""

import sys
from array import array


def make(count):
    numbers = array("d")
    for i in range(count):
        numbers.append(i * 0.5)
    return numbers


def main():
    made = make(int(sys.argv[1]))
    print(len(made))


main()
