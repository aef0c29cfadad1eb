/* Every process of it forks for ever, each in a session of its own, up to 300 in all so that no machine is harmed. */
#include "fault.h"
int main(void) {
    int *count = mmap(NULL, sizeof *count, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    NEED(count != MAP_FAILED);
    while (__atomic_add_fetch(count, 1, __ATOMIC_SEQ_CST) < 300) {
        pid_t child = fork();
        if (child == 0) setsid();
    }
    if (__atomic_add_fetch(count, 1000, __ATOMIC_SEQ_CST) < 2300) say("ready\n");
    for (;;) pause();
}
