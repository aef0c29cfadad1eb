/* Bounded queue: T producers send numbers through one queue of fixed capacity to one consumer. The
 * queue is a ring under a mutex, with a condition each for "not empty" and "not full". */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* Numbers that the queue holds at most. */
#define CAPACITY 64

struct queue {
    pthread_mutex_t lock;
    pthread_cond_t not_empty;
    pthread_cond_t not_full;
    uint64_t numbers[CAPACITY];
    size_t first;
    size_t size;
    uint64_t producers; /* that have not ended */
};

struct producer {
    pthread_t thread;
    struct queue *queue;
    uint64_t first;
    uint64_t end;
};

static void send(struct queue *queue, uint64_t number) {
    pthread_mutex_lock(&queue->lock);
    while (queue->size == CAPACITY) {
        pthread_cond_wait(&queue->not_full, &queue->lock);
    }
    queue->numbers[(queue->first + queue->size++) % CAPACITY] = number;
    pthread_mutex_unlock(&queue->lock);
    pthread_cond_signal(&queue->not_empty);
}

/* Waits for a number. False when there is none and no producer left. */
static bool receive(struct queue *queue, uint64_t *number) {
    pthread_mutex_lock(&queue->lock);
    while (queue->size == 0 && queue->producers > 0) {
        pthread_cond_wait(&queue->not_empty, &queue->lock);
    }
    bool received = queue->size > 0;
    if (received) {
        *number = queue->numbers[queue->first];
        queue->first = (queue->first + 1) % CAPACITY;
        queue->size--;
    }
    pthread_mutex_unlock(&queue->lock);
    pthread_cond_signal(&queue->not_full);
    return received;
}

static void *produce(void *argument) {
    const struct producer *producer = argument;
    struct queue *queue = producer->queue;
    for (uint64_t number = producer->first; number < producer->end; number++) {
        send(queue, number);
    }
    pthread_mutex_lock(&queue->lock);
    queue->producers--;
    pthread_mutex_unlock(&queue->lock);
    pthread_cond_signal(&queue->not_empty);
    return NULL;
}

/* The sum of what the consumer received, each number multiplied by 31 and plus 1. */
static uint32_t run(uint64_t total, uint64_t threads) {
    struct queue queue = {.lock = PTHREAD_MUTEX_INITIALIZER,
                          .not_empty = PTHREAD_COND_INITIALIZER,
                          .not_full = PTHREAD_COND_INITIALIZER,
                          .producers = threads};
    struct producer *producers = calloc(threads, sizeof *producers);
    if (producers == NULL) {
        fputs("bounded-queue: out of memory\n", stderr);
        exit(1);
    }
    for (uint64_t t = 0; t < threads; t++) {
        producers[t] =
            (struct producer){0, &queue, total * t / threads, total * (t + 1) / threads};
        if (pthread_create(&producers[t].thread, NULL, produce, &producers[t]) != 0) {
            fputs("bounded-queue: cannot start a thread\n", stderr);
            exit(1);
        }
    }
    uint32_t sum = 0;
    uint64_t number;
    while (receive(&queue, &number)) {
        sum += 31 * (uint32_t)number + 1;
    }
    for (uint64_t t = 0; t < threads; t++) {
        pthread_join(producers[t].thread, NULL);
    }
    free(producers);
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
    long producers = 1;
    if (argc < 2 || argc > 3 || !parse(argv[1], &total) ||
        (argc == 3 && !parse(argv[2], &producers))) {
        fputs("usage: bounded-queue <numbers> [producers]\n", stderr);
        return 2;
    }
    int64_t start = now_ns();
    uint32_t sum = run((uint64_t)total, (uint64_t)producers);
    int64_t elapsed = now_ns() - start;
    printf("%" PRIu32 "\n", sum);
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    return 0;
}
