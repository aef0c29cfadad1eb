/* Makes itself the parent of its lost grandchildren, as the meter does, and ends before them. */
#include "fault.h"
int main(void) {
    NEED(prctl(PR_SET_CHILD_SUBREAPER, 1) == 0);
    pid_t child = fork();
    if (child == 0) {
        if (fork() == 0) for (;;) pause();
        _exit(0);
    }
    NEED(waitpid(child, NULL, 0) == child);
    right();
    return 0;
}
