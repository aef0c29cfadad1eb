/* Asks its parent, the meter, to trace it, and waits for that tracer's word. */
#include "fault.h"
int main(void) {
    say("ready\n");
    if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) == 0) raise(SIGUSR1);
    for (;;) pause();
}
