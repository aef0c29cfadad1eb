/* Fan-in: a hundred tasks send numbers through one queue to one task, all on one thread. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define PRODUCERS 100
/* Numbers that the queue holds at most. */
#define CAPACITY 64

static uint64_t now_ns(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

/* A task is called with its own state, and does what it can until it must wait. */
struct task {
    void (*step)(struct task *task);
    uint64_t next_number;
    uint64_t end;
    uint32_t sum;
    struct task *next;
};

/* Tasks in a row, the first one first. */
struct row {
    struct task *first;
    struct task *last;
};

static struct row ready;
static struct row senders;
static struct row receivers;
static uint32_t values[CAPACITY];
static uint64_t taken;
static uint64_t filled;

static void append(struct row *row, struct task *task) {
    task->next = NULL;
    if (row->first == NULL) {
        row->first = task;
    } else {
        row->last->next = task;
    }
    row->last = task;
}

static struct task *take_first(struct row *row) {
    struct task *task = row->first;
    if (task != NULL) {
        row->first = task->next;
    }
    return task;
}

static void wake_one(struct row *waiting) {
    struct task *task = take_first(waiting);
    if (task != NULL) {
        append(&ready, task);
    }
}

static void produce(struct task *task) {
    for (; task->next_number < task->end; task->next_number++) {
        if (filled - taken == CAPACITY) {
            append(&senders, task);
            return;
        }
        values[filled++ % CAPACITY] = (uint32_t)task->next_number;
        wake_one(&receivers);
    }
}

static void consume(struct task *task) {
    for (; task->next_number < task->end; task->next_number++) {
        if (filled == taken) {
            append(&receivers, task);
            return;
        }
        task->sum += 31u * values[taken++ % CAPACITY] + 1u;
        wake_one(&senders);
    }
}

/* The sum of what comes, each number multiplied by 31 and plus 1. */
static uint32_t run(uint64_t total) {
    struct task *tasks = calloc(PRODUCERS + 1, sizeof(struct task));
    if (tasks == NULL) {
        fputs("fan-in: out of memory\n", stderr);
        exit(1);
    }
    for (uint64_t p = 0; p < PRODUCERS; p++) {
        tasks[p].step = produce;
        tasks[p].next_number = total * p / PRODUCERS;
        tasks[p].end = total * (p + 1) / PRODUCERS;
        append(&ready, &tasks[p]);
    }
    struct task *consumer = &tasks[PRODUCERS];
    consumer->step = consume;
    consumer->end = total;
    append(&ready, consumer);
    for (struct task *task = take_first(&ready); task != NULL; task = take_first(&ready)) {
        task->step(task);
    }
    uint32_t sum = consumer->sum;
    free(tasks);
    return sum;
}

int main(int argc, char **argv) {
    char *end = NULL;
    errno = 0;
    uint64_t size = argc == 2 && argv[1][0] >= '0' && argv[1][0] <= '9' ? strtoull(argv[1], &end, 10) : 0;
    if (size == 0 || *end != '\0' || errno != 0) {
        fputs("usage: fan-in <numbers>\n", stderr);
        return 2;
    }
    uint64_t start = now_ns();
    uint32_t result = run(size);
    uint64_t elapsed = now_ns() - start;
    printf("%" PRIu32 "\n", result);
    fprintf(stderr, "work_ns=%" PRIu64 "\n", elapsed);
    return 0;
}
