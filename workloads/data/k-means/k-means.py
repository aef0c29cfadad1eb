"""k-means: Lloyd's algorithm on points with four coordinates, in lists."""

import sys
import time

DIMENSIONS = 4
CLUSTERS = 8
ROUNDS = 10


def points_of(n):
    """Whole numbers below 65536 from the workloads' generator."""
    state = 42
    points = []
    for _ in range(n):
        point = []
        for _ in range(DIMENSIONS):
            state = (1664525 * state + 1013904223) & 0xFFFFFFFF
            point.append(float(state >> 16))
        points.append(tuple(point))
    return points


def nearest(points, centers):
    """The number of the nearest center of each point, the lowest one if several are."""
    labels = []
    for a, b, c, d in points:
        distances = [
            (a - p) * (a - p) + (b - q) * (b - q) + (c - r) * (c - r) + (d - s) * (d - s) for p, q, r, s in centers
        ]
        labels.append(distances.index(min(distances)))
    return labels


def means(points, labels, centers):
    members = [[] for _ in centers]
    for point, label in zip(points, labels):
        members[label].append(point)
    return [
        tuple(sum(coordinates) / len(group) for coordinates in zip(*group)) if group else center
        for group, center in zip(members, centers)
    ]


def cluster(points):
    """The number of the cluster of each point. The first points are the first centers."""
    centers = points[:CLUSTERS]
    for _ in range(ROUNDS):
        centers = means(points, nearest(points, centers), centers)
    return nearest(points, centers)


def digest(labels):
    result = 0
    for label in labels:
        result = (31 * result + label) & 0xFFFFFFFF
    return result


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: k-means <points>", file=sys.stderr)
        return 2
    points = points_of(int(sys.argv[1]))
    start = time.perf_counter_ns()
    labels = cluster(points)
    elapsed = time.perf_counter_ns() - start
    print(*(labels.count(cluster) for cluster in range(CLUSTERS)), digest(labels), sep="\n")
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
