"""Box blur: the rounded mean of the pixels around each pixel, first along the rows, then along the columns."""

import sys
import time
from itertools import accumulate

WIDTH = 512
RADIUS = 4
WINDOW = 2 * RADIUS + 1


def image_of(rows):
    """Pixels from 0 to 255 from the workloads' generator."""
    state = 42
    image = []
    for _ in range(rows):
        row = []
        for _ in range(WIDTH):
            state = (1664525 * state + 1013904223) & 0xFFFFFFFF
            row.append(state >> 24)
        image.append(row)
    return image


def blurred(row):
    """Beyond its ends, a row continues with its first and its last pixel."""
    longer = [row[0]] * RADIUS
    longer.extend(row)
    longer.extend([row[-1]] * RADIUS)
    sums = list(accumulate(longer, initial=0))
    return [(end - start + RADIUS) // WINDOW for start, end in zip(sums, sums[WINDOW:])]


def blur(image):
    columns = zip(*[blurred(row) for row in image])
    return list(zip(*[blurred(column) for column in columns]))


def digest(image):
    result = 0
    for row in image:
        for pixel in row:
            result = (31 * result + pixel) & 0xFFFFFFFF
    return result


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: blur <rows>", file=sys.stderr)
        return 2
    image = image_of(int(sys.argv[1]))
    start = time.perf_counter_ns()
    result = blur(image)
    elapsed = time.perf_counter_ns() - start
    print(digest(result))
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
