"""JSON lines: scores of the active records, counted and added up for every tag, by orjson."""

import sys
import time

import orjson


def summarise(stream):
    """Records and sum of scores for each tag."""
    tags = {}
    parse = orjson.loads
    for line in stream:
        record = parse(line)
        if record["active"]:
            score = record["score"]
            for tag in record["tags"]:
                group = tags.get(tag)
                if group is None:
                    tags[tag] = [1, score]
                else:
                    group[0] += 1
                    group[1] += score
    return tags


def digest(tags):
    result = 0
    for tag, group in sorted(tags.items()):
        for value in [*tag.encode(), *group]:
            result = (31 * result + value) & 0xFFFFFFFF
    return result


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: json-lines <records> < input", file=sys.stderr)
        return 2
    start = time.perf_counter_ns()
    try:
        tags = summarise(sys.stdin.buffer)
    except ValueError as error:
        print(f"json-lines: {error}", file=sys.stderr)
        return 1
    elapsed = time.perf_counter_ns() - start
    print(sum(group[0] for group in tags.values()), len(tags), digest(tags), sep="\n")
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
