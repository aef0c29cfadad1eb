"""Box blur: the rounded mean of the pixels around each pixel, along the rows, then the columns, in arrays of NumPy."""

import sys
import time

import numpy as np

WIDTH = 512
RADIUS = 4
WINDOW = 2 * RADIUS + 1


def image_of(rows):
    """Pixels from 0 to 255 from the workloads' generator."""
    state = 42
    image = bytearray()
    for _ in range(rows * WIDTH):
        state = (1664525 * state + 1013904223) & 0xFFFFFFFF
        image.append(state >> 24)
    return np.frombuffer(image, dtype=np.uint8).reshape(rows, WIDTH)


def blurred_rows(image):
    """Beyond its ends, a row continues with its first and its last pixel."""
    longer = np.pad(image, ((0, 0), (RADIUS + 1, RADIUS)), mode="edge")
    # what the first window does not have
    longer[:, 0] = 0
    sums = longer.cumsum(axis=1, dtype=np.uint32)
    return ((sums[:, WINDOW:] - sums[:, :-WINDOW] + RADIUS) // WINDOW).astype(np.uint8)


def blurred_columns(image):
    longer = np.pad(image, ((RADIUS + 1, RADIUS), (0, 0)), mode="edge")
    longer[0] = 0
    sums = longer.cumsum(axis=0, dtype=np.uint32)
    return ((sums[WINDOW:] - sums[:-WINDOW] + RADIUS) // WINDOW).astype(np.uint8)


def blur(image):
    return blurred_columns(blurred_rows(image))


def digest(image):
    result = 0
    for pixel in image.tobytes():
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
