/* Has a child that tells its end by another signal than SIGCHLD, and leaves it behind. */
#include "fault.h"
static char stack[1 << 16] __attribute__((aligned(16)));
static int live(void *unused) {
    for (;;) pause();
    return unused != NULL;
}
int main(void) {
    NEED(clone(live, stack + sizeof stack, SIGUSR1, NULL) != -1);
    right();
    return 0;
}
