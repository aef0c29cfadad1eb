/* How large this process is, by an independent source: smaps_rollup walks the page tables. */
#ifndef SIZE_H
#define SIZE_H

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define MIB ((size_t)1 << 20)

static inline char *touch(size_t bytes) {
    char *memory =
        mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) {
        abort();
    }
    memset(memory, 1, bytes);
    return memory;
}

/* Ends with 3 where there are not enough huge pages. */
static inline char *touch_huge(size_t bytes) {
    int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_HUGETLB;
    char *memory = mmap(NULL, bytes, PROT_READ | PROT_WRITE, flags, -1, 0);
    if (memory == MAP_FAILED) {
        _exit(3);
    }
    memset(memory, 1, bytes);
    return memory;
}

/* In KiB. */
static inline long resident_kib(void) {
    static char text[4096];
    int file = open("/proc/self/smaps_rollup", O_RDONLY);
    ssize_t length = read(file, text, sizeof text - 1);
    close(file);
    if (length <= 0) {
        abort();
    }
    text[length] = 0;
    char *line = strstr(text, "\nRss:");
    return atol(line + strlen("\nRss:"));
}

/* Prints the size that this process then has, in KiB. A first round touches the pages that looking
 * and printing need, so that little is left to touch after the look. */
static inline void print_resident(void) {
    static char line[32];
    for (int round = 0; round < 2; round++) {
        size_t length = (size_t)snprintf(line, sizeof line, "%ld\n", resident_kib());
        if (write(1, line, round == 0 ? 0 : length) < 0) {
            abort();
        }
    }
}

#endif
