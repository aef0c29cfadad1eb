"""Lock counter: threads add to one sum under a lock, an addition at a time."""

import sys
import time
from threading import Barrier, Lock, Thread


def run(total, threads):
    """The sum, and the time from the first thread's start, when all are there, to the last one's end."""
    lock = Lock()
    ready = Barrier(threads)
    result = 0
    times = []

    def add(first, end):
        nonlocal result
        ready.wait()
        start = time.perf_counter_ns()
        for number in range(first, end):
            with lock:
                result += number
        times.append((start, time.perf_counter_ns()))

    workers = [Thread(target=add, args=(total * t // threads, total * (t + 1) // threads)) for t in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    starts, ends = zip(*times)
    return result & 0xFFFFFFFF, max(ends) - min(starts)


def arguments(values):
    """The size and the number of threads, or None."""
    if len(values) not in (1, 2) or not all(value.isdecimal() for value in values):
        return None
    total, threads = (*map(int, values), 1)[:2]
    return (total, threads) if total > 0 and threads > 0 else None


def main():
    parsed = arguments(sys.argv[1:])
    if parsed is None:
        print("usage: lock-counter <additions> [threads]", file=sys.stderr)
        return 2
    result, elapsed = run(*parsed)
    print(result)
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
