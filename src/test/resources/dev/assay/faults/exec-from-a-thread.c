/* A thread that is not the first becomes another program, which ends all others and takes the first one's number. */
#include "fault.h"
static void *become(void *unused) {
    execl("/bin/echo", "echo", "42", NULL);
    return unused;
}
int main(void) {
    pthread_t thread;
    NEED(pthread_create(&thread, NULL, become, NULL) == 0);
    for (;;) pause();
}
