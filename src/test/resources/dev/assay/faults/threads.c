/* Spins in eight threads; told `exits`, its first thread ends the program all the same; told `leaves`, its first thread alone ends and
 * another one ends the program; else it spins for ever. */
#include "fault.h"
static void *spin(void *unused) {
    for (;;) { }
    return unused;
}
static void *finish(void *first) {
    pthread_join(*(pthread_t *)first, NULL);
    right();
    _exit(0);
}
int main(int argc, char **argv) {
    static pthread_t first;
    pthread_t thread;
    const char *how = argc > 1 ? argv[1] : "";
    first = pthread_self();
    for (int i = 0; i < 8; i++) NEED(pthread_create(&thread, NULL, spin, NULL) == 0);
    if (!strcmp(how, "exits")) {
        right();
        exit(0);
    }
    if (!strcmp(how, "leaves")) {
        NEED(pthread_create(&thread, NULL, finish, &first) == 0);
        pthread_exit(NULL);
    }
    say("ready\n");
    spin(NULL);
}
