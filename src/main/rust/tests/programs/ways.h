/* A program that has several ways to end, named on its command line. */
#ifndef WAYS_H
#define WAYS_H

#include "size.h"
#include <errno.h>
#include <sys/wait.h>

struct way {
    const char *name;
    int (*end)(void);
};

static inline int take_the_way(int argc, char **argv, const struct way *ways, size_t count) {
    for (size_t i = 0; argc == 2 && i < count; i++) {
        if (strcmp(argv[1], ways[i].name) == 0) {
            return ways[i].end();
        }
    }
    return 98;
}

static inline void check(int holds, int line) {
    if (!holds) {
        fprintf(stderr, "line %d: %s\n", line, strerror(errno));
        _exit(99);
    }
}
#define CHECK(condition) check(!!(condition), __LINE__)

static inline void await(pid_t child, int expected) {
    int status;
    CHECK(waitpid(child, &status, 0) == child);
    CHECK(status == expected);
}

#endif
