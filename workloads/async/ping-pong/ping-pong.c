/* Ping-pong: two tasks on one thread hand a number to each other through queues that hold one. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static uint64_t now_ns(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

struct task;

/* A queue that holds one number, and the task that waits for it to be filled or emptied. */
struct queue {
    bool full;
    uint32_t number;
    struct task *waiting;
};

/* A task is called with its own state, and does what it can until it must wait. */
struct task {
    void (*step)(struct task *task);
    struct queue *incoming;
    struct queue *outgoing;
    uint64_t turns;
    bool holds;
    uint32_t number;
    struct task *next;
};

/* The tasks that can go on, in their order. */
static struct task *first_ready;
static struct task *last_ready;

static void make_ready(struct task *task) {
    task->next = NULL;
    if (first_ready == NULL) {
        first_ready = task;
    } else {
        last_ready->next = task;
    }
    last_ready = task;
}

static void wake(struct queue *queue) {
    if (queue->waiting != NULL) {
        make_ready(queue->waiting);
        queue->waiting = NULL;
    }
}

static bool get(struct queue *queue, struct task *task) {
    if (!queue->full) {
        queue->waiting = task;
        return false;
    }
    queue->full = false;
    task->number = queue->number;
    wake(queue);
    return true;
}

static bool put(struct queue *queue, struct task *task) {
    if (queue->full) {
        queue->waiting = task;
        return false;
    }
    queue->full = true;
    queue->number = task->number;
    wake(queue);
    return true;
}

static void play(struct task *player) {
    while (player->holds || player->turns > 0) {
        if (!player->holds) {
            if (!get(player->incoming, player)) {
                return;
            }
            player->number = 1664525u * player->number + 1013904223u;
            player->holds = true;
            player->turns--;
        }
        if (!put(player->outgoing, player)) {
            return;
        }
        player->holds = false;
    }
}

/* The number after so many rounds of two turns. */
static uint32_t run(uint64_t rounds) {
    struct queue ping = {true, 42, NULL};
    struct queue pong = {false, 0, NULL};
    struct task one = {play, &ping, &pong, rounds, false, 0, NULL};
    struct task other = {play, &pong, &ping, rounds, false, 0, NULL};
    make_ready(&one);
    make_ready(&other);
    while (first_ready != NULL) {
        struct task *task = first_ready;
        first_ready = task->next;
        task->step(task);
    }
    return ping.number;
}

int main(int argc, char **argv) {
    char *end = NULL;
    errno = 0;
    uint64_t size = argc == 2 && argv[1][0] >= '0' && argv[1][0] <= '9' ? strtoull(argv[1], &end, 10) : 0;
    if (size == 0 || *end != '\0' || errno != 0) {
        fputs("usage: ping-pong <rounds>\n", stderr);
        return 2;
    }
    uint64_t start = now_ns();
    uint32_t result = run(size);
    uint64_t elapsed = now_ns() - start;
    printf("%" PRIu32 "\n", result);
    fprintf(stderr, "work_ns=%" PRIu64 "\n", elapsed);
    return 0;
}
