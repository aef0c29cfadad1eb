/* Leaves a child behind whose name reads as if it had ended long ago and belonged to nobody, and that may not be looked into. */
#include "fault.h"
int main(void) {
    int ready[2];
    char byte;
    NEED(pipe(ready) == 0);
    if (fork() == 0) {
        NEED(prctl(PR_SET_NAME, "a) Z 1 1 1 (b") == 0 && prctl(PR_SET_DUMPABLE, 0) == 0);
        NEED(write(ready[1], "x", 1) == 1);
        for (;;) pause();
    }
    NEED(read(ready[0], &byte, 1) == 1);
    right();
    return 0;
}
