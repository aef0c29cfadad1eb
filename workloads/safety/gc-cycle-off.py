"""Objects that refer to themselves, each forgotten at once: gc-cycle.py <count>."""

import gc
import sys


class Node:
    def __init__(self):
        self.payload = bytearray(1024)
        self.next = self


def main():
    gc.disable()
    total = 0
    for _ in range(int(sys.argv[1])):
        total += len(Node().payload)
    print(total)


main()
