"""Hash map churn: a drawn key is taken out of the map when it is there, else put in."""

import sys
import time


def churn(steps):
    """The hash of the values taken out, and the map at the end."""
    mapping = {}
    pop = mapping.pop
    result = 0
    state = 42
    for step in range(steps):
        state = (1664525 * state + 1013904223) & 0xFFFFFFFF
        key = state >> 16
        value = pop(key, None)
        if value is None:
            mapping[key] = step
        else:
            result = (31 * result + value) & 0xFFFFFFFF
    return result, mapping


def digest(result, mapping):
    """Goes on with the hash over what is left, in any order."""
    for key, value in mapping.items():
        result += 31 * key + value
    return result & 0xFFFFFFFF


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: hash-map-churn <steps>", file=sys.stderr)
        return 2
    steps = int(sys.argv[1])
    start = time.perf_counter_ns()
    result, mapping = churn(steps)
    elapsed = time.perf_counter_ns() - start
    print(digest(result, mapping))
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
