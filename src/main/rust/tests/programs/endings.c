/* endings HOW: one process that ends in one of many ways; the table at the end names them. */
#include "ways.h"
#include <pthread.h>

static void run_thread(void *(*body)(void *)) {
    pthread_t thread;
    CHECK(pthread_create(&thread, NULL, body, NULL) == 0);
    pthread_join(thread, NULL);
}

static int at_once(void) { _exit(3); }

static int by_abort(void) { abort(); }

static void *fault(void *unused) {
    *(volatile int *)unused = 1;
    return unused;
}

static int fault_in_thread(void) {
    run_thread(fault);
    return 0;
}

static pthread_t first;

static void *outlive(void *unused) {
    CHECK(pthread_join(first, NULL) == 0);
    touch(32 * MIB);
    exit(4);
    return unused;
}

static int leader_first(void) {
    pthread_t thread;
    first = pthread_self();
    CHECK(pthread_create(&thread, NULL, outlive, NULL) == 0);
    pthread_exit(NULL);
}

static void *become_shell(void *unused) {
    execl("/bin/sh", "sh", "-c", "exit 5", NULL);
    return unused;
}

static int exec_in_thread(void) {
    touch(32 * MIB);
    run_thread(become_shell);
    return 99;
}

static int exec_when_large(void) {
    touch(32 * MIB);
    print_resident();
    execl("/bin/sh", "sh", "-c", "exit 6", NULL);
    return 99;
}

enum { MANY = 64 };
static pthread_barrier_t all_there;

static void *meet(void *unused) {
    touch(MIB);
    pthread_barrier_wait(&all_there);
    return unused;
}

static int many_threads(void) {
    pthread_t threads[MANY];
    pthread_barrier_init(&all_there, NULL, MANY);
    for (int i = 0; i < MANY; i++) {
        CHECK(pthread_create(&threads[i], NULL, meet, NULL) == 0);
    }
    for (int i = 0; i < MANY; i++) {
        pthread_join(threads[i], NULL);
    }
    return 12;
}

static const struct way ways[] = {
    {"at-once", at_once},
    {"abort", by_abort},
    {"fault-in-thread", fault_in_thread},
    {"leader-first", leader_first},
    {"exec-in-thread", exec_in_thread},
    {"exec-when-large", exec_when_large},
    {"many-threads", many_threads},
};

int main(int argc, char **argv) {
    return take_the_way(argc, argv, ways, sizeof ways / sizeof ways[0]);
}
