"""Regular expressions: the lines of an access log searched by the module re."""

import re
import sys
import time

LINE = re.compile(
    r'([0-9.]+) [^ ]+ [^ ]+ \[([^]]+)\] "([A-Z]+) ([^ "]+) HTTP/[0-9.]+" ([0-9]{3}) ([0-9]+|-) "[^"]*" "([^"]*)"'
)
ID = re.compile(r"[?&]id=([0-9]+)")
BOT = re.compile(r"[a-z]+-bot/[0-9]+")


def search(stream):
    """Requests, bytes of successful GETs, failures of the server, sum of the ids in paths, requests of bots."""
    requests = size = failures = ids = bots = 0
    match = LINE.fullmatch
    find_id = ID.search
    find_bot = BOT.search
    for line in stream:
        found = match(line, 0, len(line) - 1)
        if found is None:
            raise ValueError(f"not a request: {line!r}")
        _, _, method, path, status, length, agent = found.groups()
        requests += 1
        if status == "200" and method == "GET":
            size += int(length)
        elif status >= "500":
            failures += 1
        number = find_id(path)
        if number is not None:
            ids += int(number[1])
        if find_bot(agent) is not None:
            bots += 1
    return requests, size, failures, ids, bots


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: regex-log <lines> < input", file=sys.stderr)
        return 2
    start = time.perf_counter_ns()
    try:
        counts = search(sys.stdin)
    except ValueError as error:
        print(f"regex-log: {error}", file=sys.stderr)
        return 1
    elapsed = time.perf_counter_ns() - start
    print(*counts, sep="\n")
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
