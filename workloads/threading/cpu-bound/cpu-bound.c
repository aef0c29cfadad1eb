/* A fixed amount of integer work, divided among threads: streams of a Lehmer generator, hashed. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* Steps of one stream. Streams are independent, the steps of one stream are not. */
#define STREAM UINT64_C(1000)

struct share {
    pthread_t thread;
    uint64_t first;
    uint64_t end;
    uint64_t total;
    uint32_t sum;
};

static uint32_t stream(uint64_t index, uint64_t steps) {
    uint64_t state = index % 2147483646 + 1;
    uint32_t hash = 0;
    for (uint64_t i = 0; i < steps; i++) {
        state = state * 48271 % 2147483647;
        hash = 31 * hash + (uint32_t)state;
    }
    return hash;
}

/* Adds the hashes of the share's streams; the last stream of all may be shorter. */
static void *work(void *argument) {
    struct share *share = argument;
    uint32_t sum = 0;
    for (uint64_t index = share->first; index < share->end; index++) {
        uint64_t left = share->total - index * STREAM;
        sum += stream(index, left < STREAM ? left : STREAM);
    }
    share->sum = sum;
    return NULL;
}

static uint32_t run(uint64_t total, uint64_t threads) {
    struct share *shares = calloc(threads, sizeof *shares);
    if (shares == NULL) {
        fputs("cpu-bound: out of memory\n", stderr);
        exit(1);
    }
    uint64_t streams = (total - 1) / STREAM + 1;
    for (uint64_t t = 0; t < threads; t++) {
        shares[t].first = streams * t / threads;
        shares[t].end = streams * (t + 1) / threads;
        shares[t].total = total;
        if (pthread_create(&shares[t].thread, NULL, work, &shares[t]) != 0) {
            fputs("cpu-bound: cannot start a thread\n", stderr);
            exit(1);
        }
    }
    uint32_t sum = 0;
    for (uint64_t t = 0; t < threads; t++) {
        pthread_join(shares[t].thread, NULL);
        sum += shares[t].sum;
    }
    free(shares);
    return sum;
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
    long total;
    long threads = 1;
    if (argc < 2 || argc > 3 || !parse(argv[1], &total) || (argc == 3 && !parse(argv[2], &threads))) {
        fputs("usage: cpu-bound <steps> [threads]\n", stderr);
        return 2;
    }
    int64_t start = now_ns();
    uint32_t sum = run((uint64_t)total, (uint64_t)threads);
    int64_t elapsed = now_ns() - start;
    printf("%" PRIu32 "\n", sum);
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    return 0;
}
