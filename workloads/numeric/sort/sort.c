/* Sorting of floats in ascending order. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define SHORT 20

/* Fills the array with whole numbers below 2^32, each from two draws of the workloads' generator. */
static void fill(double *values, size_t count) {
    uint32_t state = 42;
    for (size_t i = 0; i < count; i++) {
        state = UINT32_C(1664525) * state + UINT32_C(1013904223);
        uint32_t high = state >> 16;
        state = UINT32_C(1664525) * state + UINT32_C(1013904223);
        values[i] = high << 16 | state >> 16;
    }
}

static void insertion_sort(double *values, size_t count) {
    for (size_t i = 1; i < count; i++) {
        double value = values[i];
        size_t hole = i;
        for (; hole > 0 && values[hole - 1] > value; hole--) {
            values[hole] = values[hole - 1];
        }
        values[hole] = value;
    }
}

static void sift_down(double *heap, size_t root, size_t count) {
    double value = heap[root];
    for (size_t child = 2 * root + 1; child < count; child = 2 * root + 1) {
        if (child + 1 < count && heap[child] < heap[child + 1]) {
            child++;
        }
        if (value >= heap[child]) {
            break;
        }
        heap[root] = heap[child];
        root = child;
    }
    heap[root] = value;
}

static void heap_sort(double *values, size_t count) {
    for (size_t i = count / 2; i-- > 0;) {
        sift_down(values, i, count);
    }
    for (size_t last = count; last-- > 1;) {
        double value = values[last];
        values[last] = values[0];
        values[0] = value;
        sift_down(values, 0, last);
    }
}

static inline double median(double a, double b, double c) {
    double low = a < b ? a : b;
    double high = a < b ? b : a;
    return c < low ? low : c > high ? high : c;
}

/* Of many values the median of three medians. */
static double pivot_of(const double *values, size_t count) {
    size_t step = count / 8;
    const double *v = values;
    double middle = median(v[3 * step], v[4 * step], v[5 * step]);
    if (count < 128) {
        return median(v[0], middle, v[count - 1]);
    }
    return median(median(v[0], v[step], v[2 * step]), middle,
                  median(v[6 * step], v[7 * step], v[count - 1]));
}

/* Moves the values that belong before the pivot to the front, and says how many they are: those
 * below it, or with `equal` also those equal to it. Every value is swapped, and only the border
 * depends on the comparison: no branch that the processor could guess wrong. */
static inline size_t partition(double *values, size_t count, double pivot, bool equal) {
    size_t border = 0;
    for (size_t i = 0; i < count; i++) {
        double value = values[i];
        values[i] = values[border];
        values[border] = value;
        border += equal ? value <= pivot : value < pivot;
    }
    return border;
}

/* Quicksort, with heapsort for what `depth` splits have not made short. */
static void sort(double *values, size_t count, int depth) {
    while (count > SHORT) {
        if (depth-- == 0) {
            heap_sort(values, count);
            return;
        }
        double pivot = pivot_of(values, count);
        size_t below = partition(values, count, pivot, false);
        if (below == 0) {
            /* The pivot is the least value: all that equal it are in place. */
            below = partition(values, count, pivot, true);
        } else {
            sort(values, below, depth);
        }
        values += below;
        count -= below;
    }
    insertion_sort(values, count);
}

static int twice_log2(size_t count) {
    int depth = 0;
    for (; count > 1; count /= 2) {
        depth += 2;
    }
    return depth;
}

static uint32_t digest(const double *values, size_t count) {
    uint32_t hash = 0;
    for (size_t i = 0; i < count; i++) {
        hash = 31 * hash + (uint32_t)values[i];
    }
    return hash;
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
        fputs("usage: sort <numbers>\n", stderr);
        return 2;
    }
    size_t count = (size_t)size;
    double *values = malloc(count * sizeof *values);
    if (values == NULL) {
        fputs("sort: out of memory\n", stderr);
        return 1;
    }
    fill(values, count);
    int64_t start = now_ns();
    sort(values, count, twice_log2(count));
    int64_t elapsed = now_ns() - start;
    printf("%" PRIu32 "\n", digest(values, count));
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    free(values);
    return 0;
}
