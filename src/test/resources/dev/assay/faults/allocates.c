/* Holds more and more memory, in as many processes as it is told, up to 400 MiB in all; then it stays. */
#include "fault.h"
int main(int argc, char **argv) {
    int processes = argc > 1 ? atoi(argv[1]) : 1;
    for (int i = 1; i < processes; i++)
        if (fork() == 0) break;
    for (int held = 0; held < 400 / processes; held += 5) {
        void *more = malloc(5 << 20);
        NEED(more);
        memset(more, 1, 5 << 20);
    }
    for (;;) pause();
}
