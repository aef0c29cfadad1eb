"""A fixed amount of integer work, divided among threads: streams of a Lehmer generator, hashed."""

import sys
import time
from threading import Thread

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


def run(total, threads):
    streams = -(-total // STREAM)
    sums = [0] * threads

    def work(t):
        sums[t] = share(streams * t // threads, streams * (t + 1) // threads, total)

    workers = [Thread(target=work, args=(t,)) for t in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return sum(sums) & 0xFFFFFFFF


def arguments(values):
    """The steps in all and the number of threads, or None."""
    if len(values) not in (1, 2) or not all(value.isdecimal() for value in values):
        return None
    total, threads = (*map(int, values), 1)[:2]
    return (total, threads) if total > 0 and threads > 0 else None


def main():
    parsed = arguments(sys.argv[1:])
    if parsed is None:
        print("usage: cpu-bound <steps> [threads]", file=sys.stderr)
        return 2
    total, threads = parsed
    start = time.perf_counter_ns()
    result = run(total, threads)
    elapsed = time.perf_counter_ns() - start
    print(result)
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
