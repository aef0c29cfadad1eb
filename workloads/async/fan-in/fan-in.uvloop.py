"""Fan-in on uvloop: a hundred tasks send numbers through one queue to one task, all on one thread."""

import asyncio
import sys
import time

import uvloop

PRODUCERS = 100
CAPACITY = 64  # numbers that the queue holds at most


async def produce(queue, first, end):
    for number in range(first, end):
        await queue.put(number)


async def run(total):
    """The sum of what comes, each number multiplied by 31 and plus 1."""
    queue = asyncio.Queue(CAPACITY)
    producers = [
        asyncio.create_task(produce(queue, total * p // PRODUCERS, total * (p + 1) // PRODUCERS))
        for p in range(PRODUCERS)
    ]
    result = 0
    for _ in range(total):
        result += 31 * await queue.get() + 1
    for producer in producers:
        await producer
    return result & 0xFFFFFFFF


def main():
    values = sys.argv[1:]
    if len(values) != 1 or not values[0].isdecimal() or int(values[0]) == 0:
        print("usage: fan-in <numbers>", file=sys.stderr)
        return 2
    start = time.perf_counter_ns()
    result = uvloop.run(run(int(values[0])))
    elapsed = time.perf_counter_ns() - start
    print(result)
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
