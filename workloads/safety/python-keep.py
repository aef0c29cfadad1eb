"""Lists made in a loop, of which only the last is kept: python-no-free.py <count>. Nothing is freed by hand."""

import sys


def main():
    kept = [[]]
    total = 0
    for _ in range(int(sys.argv[1])):
        block = [bytearray(1024)]
        kept.append(block)
        total += len(block[0])
    print(total, len(kept))


main()
