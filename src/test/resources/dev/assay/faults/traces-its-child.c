/* A small debugger: starts a child, traces it through an exec, lets it go on at every stop. */
#include "fault.h"
int main(void) {
    int status;
    pid_t child = fork();
    if (child == 0) {
        if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) == -1) _exit(0);
        execl("/bin/true", "true", NULL);
        _exit(1);
    }
    while (waitpid(child, &status, 0) == child && WIFSTOPPED(status)) ptrace(PTRACE_CONT, child, NULL, NULL);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) right();
    return 0;
}
