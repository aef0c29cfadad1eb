/* Lock counter without the lock: threads add to one sum atomically, an addition at a time. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

struct counter {
    pthread_barrier_t ready;
    _Atomic uint32_t sum;
};

struct share {
    pthread_t thread;
    struct counter *counter;
    uint64_t first;
    uint64_t end;
    int64_t start_ns;
    int64_t end_ns;
};

static void fail(const char *message) {
    fprintf(stderr, "lock-counter: %s\n", message);
    exit(1);
}

static int64_t now_ns(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static void *work(void *argument) {
    struct share *share = argument;
    struct counter *counter = share->counter;
    pthread_barrier_wait(&counter->ready);
    share->start_ns = now_ns();
    for (uint64_t number = share->first; number < share->end; number++) {
        atomic_fetch_add_explicit(&counter->sum, (uint32_t)number, memory_order_relaxed);
    }
    share->end_ns = now_ns();
    return NULL;
}

/* The sum; elapsed gets the time from the first thread's start, when all are there, to the last
 * one's end. */
static uint32_t run(uint64_t total, uint64_t threads, int64_t *elapsed) {
    struct counter counter = {.sum = 0};
    struct share *shares = calloc(threads, sizeof *shares);
    if (shares == NULL) {
        fail("out of memory");
    }
    if (pthread_barrier_init(&counter.ready, NULL, (unsigned)threads) != 0) {
        fail("cannot make a barrier");
    }
    for (uint64_t t = 0; t < threads; t++) {
        shares[t].counter = &counter;
        shares[t].first = total * t / threads;
        shares[t].end = total * (t + 1) / threads;
        if (pthread_create(&shares[t].thread, NULL, work, &shares[t]) != 0) {
            fail("cannot start a thread");
        }
    }
    int64_t start = INT64_MAX;
    int64_t end = 0;
    for (uint64_t t = 0; t < threads; t++) {
        pthread_join(shares[t].thread, NULL);
        start = shares[t].start_ns < start ? shares[t].start_ns : start;
        end = shares[t].end_ns > end ? shares[t].end_ns : end;
    }
    *elapsed = end - start;
    free(shares);
    return counter.sum;
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
        fputs("usage: lock-counter <additions> [threads]\n", stderr);
        return 2;
    }
    int64_t elapsed;
    uint32_t sum = run((uint64_t)total, (uint64_t)threads, &elapsed);
    printf("%" PRIu32 "\n", sum);
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    return 0;
}
