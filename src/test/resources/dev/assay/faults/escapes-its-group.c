/* Hangs together with two children, one in another session and one in another group, that a signal to its group does not reach. */
#include "fault.h"
static void child(int session, int ready) {
    if (fork() == 0) {
        NEED(session ? setsid() != -1 : setpgid(0, 0) == 0);
        NEED(write(ready, "x", 1) == 1);
        for (;;) pause();
    }
}
int main(void) {
    int ready[2];
    char bytes[2];
    NEED(pipe(ready) == 0);
    child(1, ready[1]);
    child(0, ready[1]);
    for (int got = 0; got < 2; got += read(ready[0], bytes, 2)) { }
    hang();
}
