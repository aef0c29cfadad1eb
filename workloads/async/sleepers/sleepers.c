/* Sleepers: many tasks on one thread that all sleep at the same time. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* A task sleeps 1 to this many milliseconds. */
#define SPREAD 16

struct task {
    uint64_t end;
    uint32_t value;
};

/* The tasks that sleep, as a binary heap: the earliest end first. */
struct heap {
    struct task *tasks;
    uint64_t size;
};

static uint64_t now_ns(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

static void push(struct heap *heap, struct task task) {
    uint64_t place = heap->size++;
    while (place > 0 && heap->tasks[(place - 1) / 2].end > task.end) {
        heap->tasks[place] = heap->tasks[(place - 1) / 2];
        place = (place - 1) / 2;
    }
    heap->tasks[place] = task;
}

static struct task pop(struct heap *heap) {
    struct task first = heap->tasks[0];
    struct task last = heap->tasks[--heap->size];
    uint64_t place = 0;
    for (;;) {
        uint64_t child = 2 * place + 1;
        if (child + 1 < heap->size && heap->tasks[child + 1].end < heap->tasks[child].end) {
            child++;
        }
        if (child >= heap->size || heap->tasks[child].end >= last.end) {
            break;
        }
        heap->tasks[place] = heap->tasks[child];
        place = child;
    }
    heap->tasks[place] = last;
    return first;
}

static void sleep_until(uint64_t end) {
    struct timespec until = {(time_t)(end / 1000000000u), (long)(end % 1000000000u)};
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL) == EINTR) {
    }
}

/* The sum of what the tasks add when they wake up. */
static uint32_t run(uint64_t count) {
    struct heap sleeping = {malloc(count * sizeof(struct task)), 0};
    struct heap *heap = &sleeping;
    if (heap->tasks == NULL) {
        fputs("sleepers: out of memory\n", stderr);
        exit(1);
    }
    uint32_t state = 42;
    for (uint64_t i = 0; i < count; i++) {
        state = 1664525u * state + 1013904223u;
        uint32_t draw = state >> 16;
        uint64_t milliseconds = 1 + draw % SPREAD;
        push(heap, (struct task){now_ns() + milliseconds * 1000000u, draw * (uint32_t)(i + 1)});
    }
    uint32_t total = 0;
    while (heap->size > 0) {
        struct task task = pop(heap);
        if (now_ns() < task.end) {
            sleep_until(task.end);
        }
        total += task.value;
    }
    free(heap->tasks);
    return total;
}

int main(int argc, char **argv) {
    char *end = NULL;
    errno = 0;
    uint64_t count = argc == 2 && argv[1][0] >= '0' && argv[1][0] <= '9' ? strtoull(argv[1], &end, 10) : 0;
    if (count == 0 || *end != '\0' || errno != 0) {
        fputs("usage: sleepers <tasks>\n", stderr);
        return 2;
    }
    uint64_t start = now_ns();
    uint32_t total = run(count);
    uint64_t elapsed = now_ns() - start;
    printf("%" PRIu32 "\n", total);
    fprintf(stderr, "work_ns=%" PRIu64 "\n", elapsed);
    return 0;
}
