"""Bounded queue: T producers send numbers through one queue of fixed capacity to one consumer."""

import sys
import time
from queue import Queue
from threading import Thread

CAPACITY = 64  # numbers that the queue holds at most


def produce(queue, first, end):
    put = queue.put
    for number in range(first, end):
        put(number)
    put(None)


def consume(queue, producers):
    """The sum of what comes, each number multiplied by 31 and plus 1, until every producer has said None."""
    get = queue.get
    result = 0
    while producers:
        number = get()
        if number is None:
            producers -= 1
        else:
            result += 31 * number + 1
    return result & 0xFFFFFFFF


def run(total, producers):
    queue = Queue(CAPACITY)
    workers = [
        Thread(target=produce, args=(queue, total * t // producers, total * (t + 1) // producers))
        for t in range(producers)
    ]
    for worker in workers:
        worker.start()
    result = consume(queue, producers)
    for worker in workers:
        worker.join()
    return result


def arguments(values):
    """The size and the number of threads, or None."""
    if len(values) not in (1, 2) or not all(value.isdecimal() for value in values):
        return None
    total, threads = (*map(int, values), 1)[:2]
    return (total, threads) if total > 0 and threads > 0 else None


def main():
    parsed = arguments(sys.argv[1:])
    if parsed is None:
        print("usage: bounded-queue <numbers> [producers]", file=sys.stderr)
        return 2
    total, producers = parsed
    start = time.perf_counter_ns()
    result = run(total, producers)
    elapsed = time.perf_counter_ns() - start
    print(result)
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
