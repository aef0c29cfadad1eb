/* Blocks every signal that can be blocked and waits for none. */
#include "fault.h"
int main(void) {
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, NULL);
    hang();
}
