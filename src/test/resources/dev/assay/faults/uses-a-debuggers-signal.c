/* Sends itself the signal that tracers live by, and must get it. */
#include "fault.h"
static volatile sig_atomic_t caught;
static void note(int signal) { caught += signal; }
int main(void) {
    signal(SIGTRAP, note);
    raise(SIGTRAP);
    kill(getpid(), SIGTRAP);
    if (caught == 2 * SIGTRAP) right();
    return 0;
}
