/* Stops itself, so that it neither runs nor ends. */
#include "fault.h"
int main(void) {
    say("ready\n");
    for (;;) raise(SIGSTOP);
}
