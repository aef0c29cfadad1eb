/* Has a child that no tracer may follow, and leaves it behind. */
#include "fault.h"
static char stack[1 << 16] __attribute__((aligned(16)));
static int live(void *unused) {
    for (;;) pause();
    return unused != NULL;
}
int main(void) {
    NEED(clone(live, stack + sizeof stack, SIGCHLD | CLONE_UNTRACED, NULL) != -1);
    right();
    return 0;
}
