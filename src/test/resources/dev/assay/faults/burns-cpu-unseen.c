/* Uses CPU time in short-lived children that nobody waits for, one after the other, for ever. */
#include "fault.h"
int main(void) {
    signal(SIGCHLD, SIG_IGN);
    for (;;) {
        if (fork() == 0) {
            for (volatile int work = 0; work < 5000000; work++) { }
            _exit(0);
        }
        wait(NULL);
    }
}
