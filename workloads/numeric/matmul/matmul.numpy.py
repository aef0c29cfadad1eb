"""Matrix product by NumPy, on one thread."""

import os
import sys
import time

# Before NumPy is loaded, which starts the threads of its BLAS then.
os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MKL_NUM_THREADS="1")

import numpy as np

RANGE = 1000


def matrix(n, state):
    """Whole numbers below RANGE from the workloads' generator, and its next state."""
    rows = []
    for _ in range(n):
        row = []
        for _ in range(n):
            state = (1664525 * state + 1013904223) & 0xFFFFFFFF
            row.append(float((state >> 16) % RANGE))
        rows.append(row)
    return rows, state


def digest(rows):
    result = 0
    for row in rows:
        for value in row:
            result = (31 * result + int(value)) & 0xFFFFFFFF
    return result


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: matmul <n>", file=sys.stderr)
        return 2
    n = int(sys.argv[1])
    a, state = matrix(n, 42)
    b, _ = matrix(n, state)
    a = np.array(a)
    b = np.array(b)
    start = time.perf_counter_ns()
    product = a @ b
    elapsed = time.perf_counter_ns() - start
    print(digest(product.tolist()))
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
