"""k-means: Lloyd's algorithm on points with four coordinates, in arrays of NumPy."""

import sys
import time

import numpy as np

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


def nearest(columns, centers):
    """The number of the nearest center of each point, the lowest one if several are."""
    distances = (columns[0][:, None] - centers[:, 0]) ** 2
    for i in range(1, DIMENSIONS):
        distances += (columns[i][:, None] - centers[:, i]) ** 2
    return distances.argmin(axis=1)


def means(columns, labels, centers):
    sizes = np.bincount(labels, minlength=len(centers))
    sums = [np.bincount(labels, weights=column, minlength=len(centers)) for column in columns]
    return np.where(sizes[:, None] > 0, np.column_stack(sums) / np.maximum(sizes, 1)[:, None], centers)


def cluster(points):
    """The number of the cluster of each point. The first points are the first centers."""
    centers = points[:CLUSTERS]
    columns = np.ascontiguousarray(points.T)
    for _ in range(ROUNDS):
        centers = means(columns, nearest(columns, centers), centers)
    return nearest(columns, centers)


def digest(labels):
    result = 0
    for label in labels:
        result = (31 * result + label) & 0xFFFFFFFF
    return result


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: k-means <points>", file=sys.stderr)
        return 2
    points = np.array(points_of(int(sys.argv[1])))
    start = time.perf_counter_ns()
    labels = cluster(points)
    elapsed = time.perf_counter_ns() - start
    labels = labels.tolist()
    print(*(labels.count(cluster) for cluster in range(CLUSTERS)), digest(labels), sep="\n")
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
