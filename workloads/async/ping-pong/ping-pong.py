"""Ping-pong: two tasks on one thread hand a number to each other through queues that hold one."""

import asyncio
import sys
import time


async def player(incoming, outgoing, turns):
    for _ in range(turns):
        number = await incoming.get()
        await outgoing.put((1664525 * number + 1013904223) & 0xFFFFFFFF)


async def run(rounds):
    """The number after so many rounds of two turns."""
    ping = asyncio.Queue(1)
    pong = asyncio.Queue(1)
    await ping.put(42)
    players = [
        asyncio.create_task(player(ping, pong, rounds)),
        asyncio.create_task(player(pong, ping, rounds)),
    ]
    for task in players:
        await task
    return await ping.get()


def main():
    values = sys.argv[1:]
    if len(values) != 1 or not values[0].isdecimal() or int(values[0]) == 0:
        print("usage: ping-pong <rounds>", file=sys.stderr)
        return 2
    start = time.perf_counter_ns()
    number = asyncio.run(run(int(values[0])))
    elapsed = time.perf_counter_ns() - start
    print(number)
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
