/* Leaves 100 children behind, half of them stopped. */
#include "fault.h"
int main(void) {
    for (int i = 0; i < 100; i++) {
        pid_t child = fork();
        NEED(child != -1);
        if (child == 0) {
            if (i % 2) raise(SIGSTOP);
            for (;;) pause();
        }
    }
    right();
    return 0;
}
