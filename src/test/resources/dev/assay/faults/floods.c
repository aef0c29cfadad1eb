/* Writes 10 GB to the given descriptor, far more than the limit that stops it. */
#include "fault.h"
int main(int argc, char **argv) {
    static char block[1 << 16];
    int fd = argc > 1 ? atoi(argv[1]) : 1;
    memset(block, 'y', sizeof block);
    for (long written = 0; written < 10L << 30; written += sizeof block)
        NEED(write(fd, block, sizeof block) > 0);
    return 0;
}
