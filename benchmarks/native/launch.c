/* The least that starting a program can cost: start it, wait for it, read the clock before and after, and nothing else.
 * `launch fork|vfork <runs> <program>` prints the nanoseconds of each run on a line. */
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int64_t now_ns(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * INT64_C(1000000000) + t.tv_nsec;
}

int main(int argc, char **argv) {
    if (argc != 4) return 2;
    int shared = strcmp(argv[1], "vfork") == 0;
    long runs = atol(argv[2]);
    char *args[] = {argv[3], NULL};
    char *env[] = {NULL};
    int64_t *walls = malloc(sizeof *walls * (size_t) runs);
    if (walls == NULL) return 1;
    for (long run = 0; run < runs; run++) {
        int status;
        struct rusage usage;
        int64_t start = now_ns();
        pid_t pid = shared ? vfork() : fork();
        if (pid == 0) {
            execve(args[0], args, env);
            _exit(127);
        }
        if (wait4(pid, &status, 0, &usage) != pid || status != 0) return 1;
        walls[run] = now_ns() - start;
    }
    for (long run = 0; run < runs; run++) printf("%lld\n", (long long) walls[run]);
    return 0;
}
