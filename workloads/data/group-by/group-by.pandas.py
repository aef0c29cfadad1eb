"""Group by: orders joined with the regions of their customers, grouped and sorted, by pandas."""

import sys
import time

import pandas as pd

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


def summarise(stream, customers):
    """Region, product, orders, revenue and highest price of each group, the highest revenue first."""
    orders = pd.read_csv(stream, usecols=["day", "customer", "product", "quantity", "price"])
    orders = orders[orders["day"] >= SINCE].merge(customers, on="customer")
    orders["revenue"] = orders["quantity"] * orders["price"]
    groups = orders.groupby(["region", "product"], sort=False, as_index=False).agg(
        orders=("revenue", "size"), revenue=("revenue", "sum"), highest=("price", "max")
    )
    return groups.sort_values(["revenue", "region", "product"], ascending=[False, True, True])


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
    customers = pd.DataFrame({"customer": list(regions), "region": list(regions.values())})
    start = time.perf_counter_ns()
    groups = summarise(sys.stdin.buffer, customers)
    elapsed = time.perf_counter_ns() - start
    rows = list(groups.itertuples(index=False, name=None))
    print(sum(row[2] for row in rows), len(rows), digest(rows), sep="\n")
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
