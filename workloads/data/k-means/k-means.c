/* k-means: Lloyd's algorithm on points with four coordinates. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define DIMENSIONS 4
#define CLUSTERS 8
#define ROUNDS 10

struct point {
    double at[DIMENSIONS];
};

/* The centers, one list for each coordinate. */
struct centers {
    double at[DIMENSIONS][CLUSTERS];
};

static void *check(void *memory) {
    if (memory == NULL) {
        fputs("k-means: out of memory\n", stderr);
        exit(1);
    }
    return memory;
}

/* Whole numbers below 65536 from the workloads' generator. */
static struct point *points_of(size_t n) {
    struct point *points = check(calloc(n, sizeof *points));
    uint32_t state = 42;
    for (size_t k = 0; k < n; k++) {
        for (size_t i = 0; i < DIMENSIONS; i++) {
            state = 1664525 * state + 1013904223;
            points[k].at[i] = state >> 16;
        }
    }
    return points;
}

/* The number of the nearest center of a point, the lowest one if several are. */
static unsigned nearest(const struct point *point, const struct centers *centers) {
    double distances[CLUSTERS];
    for (size_t cluster = 0; cluster < CLUSTERS; cluster++) {
        double a = point->at[0] - centers->at[0][cluster];
        double b = point->at[1] - centers->at[1][cluster];
        double c = point->at[2] - centers->at[2][cluster];
        double d = point->at[3] - centers->at[3][cluster];
        distances[cluster] = a * a + b * b + c * c + d * d;
    }
    double least = distances[0];
    for (size_t cluster = 1; cluster < CLUSTERS; cluster++) {
        least = distances[cluster] < least ? distances[cluster] : least;
    }
    /* The first one that is the least, without a branch, which a processor could not predict. */
    unsigned best = CLUSTERS;
    for (unsigned cluster = CLUSTERS; cluster-- > 0;) {
        best = distances[cluster] == least ? cluster : best;
    }
    return best;
}

/* Moves every center to the mean of the points that are nearest to it. */
static void go_round(const struct point *points, size_t n, struct centers *centers) {
    uint32_t sizes[CLUSTERS] = {0};
    double sums[CLUSTERS][DIMENSIONS] = {{0}};
    for (size_t k = 0; k < n; k++) {
        unsigned cluster = nearest(&points[k], centers);
        sizes[cluster]++;
        for (size_t i = 0; i < DIMENSIONS; i++) {
            sums[cluster][i] += points[k].at[i];
        }
    }
    for (size_t cluster = 0; cluster < CLUSTERS; cluster++) {
        for (size_t i = 0; sizes[cluster] > 0 && i < DIMENSIONS; i++) {
            centers->at[i][cluster] = sums[cluster][i] / sizes[cluster];
        }
    }
}

/* Finds the number of the cluster of each point. The first points are the first centers. */
static void find_clusters(const struct point *points, size_t n, unsigned *labels) {
    struct centers centers;
    for (size_t cluster = 0; cluster < CLUSTERS; cluster++) {
        for (size_t i = 0; i < DIMENSIONS; i++) {
            /* With fewer points than clusters, some centers are infinitely far away. */
            centers.at[i][cluster] = cluster < n ? points[cluster].at[i] : INFINITY;
        }
    }
    for (int round = 0; round < ROUNDS; round++) {
        go_round(points, n, &centers);
    }
    for (size_t k = 0; k < n; k++) {
        labels[k] = nearest(&points[k], &centers);
    }
}

static int64_t now_ns(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

/* A whole number above zero. */
static bool parse(const char *text, long *value) {
    char *end;
    errno = 0;
    *value = strtol(text, &end, 10);
    return errno == 0 && end != text && *end == '\0' && *value > 0;
}

int main(int argc, char **argv) {
    long size;
    if (argc != 2 || !parse(argv[1], &size)) {
        fputs("usage: k-means <points>\n", stderr);
        return 2;
    }
    size_t n = (size_t)size;
    struct point *points = points_of(n);
    int64_t start = now_ns();
    unsigned *labels = check(malloc(n * sizeof *labels));
    find_clusters(points, n, labels);
    int64_t elapsed = now_ns() - start;
    uint32_t sizes[CLUSTERS] = {0};
    uint32_t hash = 0;
    for (size_t k = 0; k < n; k++) {
        sizes[labels[k]]++;
        hash = 31 * hash + labels[k];
    }
    for (size_t cluster = 0; cluster < CLUSTERS; cluster++) {
        printf("%" PRIu32 "\n", sizes[cluster]);
    }
    printf("%" PRIu32 "\n", hash);
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    free(labels);
    free(points);
    return 0;
}
