"""Group by: orders joined with the regions of their customers, grouped and sorted, by the module csv and a dict."""

import csv
import io
import sys
import time

SINCE = "2026-03-01"
CUSTOMERS = 4096
REGIONS = ("center", "east", "north", "northeast", "northwest", "south", "southeast", "west")


def region_by_customer():
    state = 7
    regions = {}
    for customer in range(1, CUSTOMERS + 1):
        state = (1664525 * state + 1013904223) & 0xFFFFFFFF
        regions[customer] = REGIONS[state >> 29]
    return regions


def summarise(stream, regions):
    """Region, product, orders, revenue and highest price of each group, the highest revenue first."""
    groups = {}
    rows = csv.reader(stream)
    next(rows)
    for _, day, customer, product, quantity, digits in rows:
        if day >= SINCE:
            price = float(digits)
            revenue = int(quantity) * price
            key = (regions[int(customer)], product)
            group = groups.get(key)
            if group is None:
                groups[key] = [1, revenue, price]
            else:
                group[0] += 1
                group[1] += revenue
                if price > group[2]:  # noqa: PLR1730 - a call of max takes longer
                    group[2] = price
    return sorted(
        ((region, product, *group) for (region, product), group in groups.items()),
        key=lambda row: (-row[3], row[0], row[1]),
    )


def digest(rows):
    result = 0
    for region, product, orders, revenue, highest in rows:
        values = [*region.encode(), *product.encode(), orders, int(4 * revenue), int(4 * highest)]
        for value in values:
            result = (31 * result + value) & 0xFFFFFFFF
    return result


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: group-by <orders> < input", file=sys.stderr)
        return 2
    regions = region_by_customer()
    start = time.perf_counter_ns()
    rows = summarise(io.TextIOWrapper(sys.stdin.buffer, "utf-8", newline=""), regions)
    elapsed = time.perf_counter_ns() - start
    print(sum(row[2] for row in rows), len(rows), digest(rows), sep="\n")
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
