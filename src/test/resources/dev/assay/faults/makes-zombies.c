/* Waits for none of its 200 children, who have all ended when it does. */
#include "fault.h"
int main(void) {
    for (int i = 0; i < 200; i++) {
        pid_t child = fork();
        siginfo_t end;
        NEED(child != -1);
        if (child == 0) _exit(0);
        NEED(waitid(P_PID, child, &end, WEXITED | WNOWAIT) == 0);
    }
    right();
    return 0;
}
