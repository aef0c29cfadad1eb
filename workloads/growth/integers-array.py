"""An array of whole numbers of 64 bits."""

import sys
from array import array


def make(count):
    numbers = array("q")
    for i in range(count):
        numbers.append(i * 3 + 1000)
    return numbers


def main():
    made = make(int(sys.argv[1]))
    print(len(made))


main()
