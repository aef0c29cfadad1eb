"""Group by: orders joined with the regions of their customers, grouped and sorted, by polars on one thread."""

import os
import sys
import time

# Before polars is loaded, which starts its threads then.
os.environ["POLARS_MAX_THREADS"] = "1"

import polars as pl

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
    revenue = pl.col("quantity") * pl.col("price")
    return (
        pl.read_csv(stream, columns=["day", "customer", "product", "quantity", "price"])
        .lazy()
        .filter(pl.col("day") >= SINCE)
        .join(customers.lazy(), on="customer")
        .group_by("region", "product")
        .agg(orders=pl.len(), revenue=revenue.sum(), highest=pl.col("price").max())
        .sort("revenue", "region", "product", descending=[True, False, False])
        .collect()
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
    customers = pl.DataFrame({"customer": list(regions), "region": list(regions.values())})
    start = time.perf_counter_ns()
    groups = summarise(sys.stdin.buffer, customers)
    elapsed = time.perf_counter_ns() - start
    rows = groups.rows()
    print(sum(row[2] for row in rows), len(rows), digest(rows), sep="\n")
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
