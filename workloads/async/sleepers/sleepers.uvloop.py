"""Sleepers on uvloop: many tasks on one thread that all sleep at the same time."""

import asyncio
import sys
import time

import uvloop

SPREAD = 16  # a task sleeps 1 to this many milliseconds


class Total:
    def __init__(self):
        self.value = 0


async def sleeper(total, milliseconds, value):
    await asyncio.sleep(milliseconds / 1000)
    total.value += value


async def run(count):
    """The sum of what the tasks add when they wake up."""
    total = Total()
    state = 42
    tasks = []
    for i in range(count):
        state = (1664525 * state + 1013904223) & 0xFFFFFFFF
        draw = state >> 16
        tasks.append(asyncio.create_task(sleeper(total, 1 + draw % SPREAD, draw * (i + 1))))
    for task in tasks:
        await task
    return total.value & 0xFFFFFFFF


def main():
    values = sys.argv[1:]
    if len(values) != 1 or not values[0].isdecimal() or int(values[0]) == 0:
        print("usage: sleepers <tasks>", file=sys.stderr)
        return 2
    start = time.perf_counter_ns()
    total = uvloop.run(run(int(values[0])))
    elapsed = time.perf_counter_ns() - start
    print(total)
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
