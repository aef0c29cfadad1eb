/* Methods: a number passes through eight filters, each with a pointer to its function, again and again. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define FILTERS 8

/* What changes a number and remembers something of it. */
struct filter {
    uint32_t (*apply)(struct filter *, uint32_t);
    uint32_t state;
};

static uint32_t add(struct filter *filter, uint32_t x) {
    filter->state += x;
    return filter->state;
}

static uint32_t mix(struct filter *filter, uint32_t x) {
    filter->state = 31 * filter->state + x;
    return filter->state;
}

static uint32_t toggle(struct filter *filter, uint32_t x) {
    filter->state ^= x;
    return filter->state;
}

static uint32_t average(struct filter *filter, uint32_t x) {
    filter->state = (filter->state + x) / 2;
    return filter->state;
}

/* Not static, so that no call is resolved by looking at how it was made. */
struct filter filters[FILTERS] = {
    {add, 1000}, {mix, 1001}, {toggle, 1002},  {average, 1003},
    {mix, 1004}, {add, 1005}, {average, 1006}, {toggle, 1007},
};

static uint32_t run(long rounds) {
    uint32_t x = 42;
    for (long i = 0; i < rounds; i++) {
        for (int k = 0; k < FILTERS; k++) {
            x = filters[k].apply(&filters[k], x);
        }
    }
    return x;
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
    long rounds;
    if (argc != 2 || !parse(argv[1], &rounds)) {
        fputs("usage: methods <rounds>\n", stderr);
        return 2;
    }
    int64_t start = now_ns();
    uint32_t result = run(rounds);
    int64_t elapsed = now_ns() - start;
    printf("%" PRIu32 "\n", result);
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    return 0;
}
