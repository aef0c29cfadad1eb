"""JSON: the record of every line is read by the json module and summed up."""

import json
import struct
import sys
import time


def summarise(stream):
    """Sums over the records: scores of the active ones, tags, characters of notes, both coordinates."""
    score = tags = characters = 0
    x = y = 0.0
    parse = json.JSONDecoder().raw_decode
    for line in stream:
        record, end = parse(line)
        if not line[end:].isspace():
            raise ValueError(f"more than a record: {line!r}")
        if record["active"]:
            score += record["score"]
        tags += len(record["tags"])
        note = record["note"]
        if note is not None:
            characters += len(note)
        place = record["place"]
        x += place["x"]
        y += place["y"]
    return score, tags, characters, x, y


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: json <records> < input", file=sys.stderr)
        return 2
    start = time.perf_counter_ns()
    try:
        *counts, x, y = summarise(sys.stdin)
    except ValueError as error:
        print(f"json: {error}", file=sys.stderr)
        return 1
    elapsed = time.perf_counter_ns() - start
    print(*counts, *struct.unpack("<2Q", struct.pack("<2d", x, y)), sep="\n")
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
