"""Box blur: the rounded mean of the pixels around each pixel, with Pillow."""

import sys
import time

from PIL import Image, ImageFilter

WIDTH = 512
RADIUS = 4


def image_of(rows):
    """Pixels from 0 to 255 from the workloads' generator."""
    state = 42
    image = bytearray()
    for _ in range(rows * WIDTH):
        state = (1664525 * state + 1013904223) & 0xFFFFFFFF
        image.append(state >> 24)
    return Image.frombytes("L", (WIDTH, rows), bytes(image))


def blur(image):
    return image.filter(ImageFilter.BoxBlur(RADIUS))


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
