/* Forks twice, takes a session of its own, ignores all that can be ignored, hides its environment, and lives on. */
#include "fault.h"
extern char **environ;
int main(void) {
    int ready[2];
    char byte;
    NEED(pipe(ready) == 0);
    pid_t child = fork();
    if (child == 0) {
        setsid();
        if (fork() == 0) {
            setsid();
            for (int number = 1; number < 65; number++) signal(number, SIG_IGN);
            for (char **variable = environ; *variable; variable++) memset(*variable, 0, strlen(*variable));
            NEED(write(ready[1], "x", 1) == 1);
            for (;;) pause();
        }
        _exit(0);
    }
    waitpid(child, NULL, 0);
    NEED(read(ready[0], &byte, 1) == 1);
    right();
    return 0;
}
