"""k-means: Lloyd's algorithm on points with four coordinates, by scikit-learn on one thread."""

import os
import sys
import time

# Before NumPy and scikit-learn are loaded, which start their threads then.
os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MKL_NUM_THREADS="1")

import numpy as np
from sklearn.cluster import KMeans

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


def cluster(points):
    """The number of the cluster of each point. The first points are the first centers."""
    centers = points[:CLUSTERS]
    kmeans = KMeans(len(centers), init=centers, n_init=1, max_iter=ROUNDS, tol=0, algorithm="lloyd")
    return kmeans.fit(points).labels_


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
