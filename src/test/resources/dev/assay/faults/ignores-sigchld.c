/* Ignores SIGCHLD, so that its children vanish without a trace and nobody is told of their CPU time. */
#include "fault.h"
int main(void) {
    signal(SIGCHLD, SIG_IGN);
    for (int i = 0; i < 20; i++) {
        if (fork() == 0) {
            for (volatile int work = 0; work < 1000000; work++) { }
            _exit(0);
        }
    }
    NEED(wait(NULL) == -1 && errno == ECHILD);
    right();
    return 0;
}
