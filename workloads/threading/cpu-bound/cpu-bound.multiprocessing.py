"""A fixed amount of integer work, divided among processes: streams of a Lehmer generator, hashed."""

import sys
import time
from itertools import repeat
from multiprocessing import Pool

STREAM = 1000  # steps of one stream; streams are independent, the steps of one stream are not


def stream(index, steps):
    state = index % 2147483646 + 1
    result = 0
    for _ in range(steps):
        state = state * 48271 % 2147483647
        result = (31 * result + state) & 0xFFFFFFFF
    return result


def share(first, end, total):
    """The sum of the hashes of streams first to end; the last stream of all may be shorter."""
    return sum(stream(index, min(STREAM, total - index * STREAM)) for index in range(first, end))


def run(total, processes):
    streams = -(-total // STREAM)
    bounds = [streams * t // processes for t in range(processes + 1)]
    with Pool(processes) as pool:
        sums = pool.starmap(share, zip(bounds, bounds[1:], repeat(total)), chunksize=1)
    return sum(sums) & 0xFFFFFFFF


def arguments(values):
    """The steps in all and the number of processes, or None."""
    if len(values) not in (1, 2) or not all(value.isdecimal() for value in values):
        return None
    total, processes = (*map(int, values), 1)[:2]
    return (total, processes) if total > 0 and processes > 0 else None


def main():
    parsed = arguments(sys.argv[1:])
    if parsed is None:
        print("usage: cpu-bound <steps> [processes]", file=sys.stderr)
        return 2
    total, processes = parsed
    start = time.perf_counter_ns()
    result = run(total, processes)
    elapsed = time.perf_counter_ns() - start
    print(result)
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
