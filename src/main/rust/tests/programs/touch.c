/* touch main|child|thread MIB keep|free|KIB|huge: touches so much memory, prints how large it then
 * is, in KiB, and ends with the memory, without it, or without so much of it; or does so with huge
 * pages, of which the kernel has to have enough. */
#include "size.h"
#include <pthread.h>
#include <sys/wait.h>

static size_t bytes;
static size_t given_back;
static int huge;

static void *work(void *unused) {
    char *memory = huge ? touch_huge(bytes) : touch(bytes);
    print_resident();
    if (given_back > 0) {
        munmap(memory + bytes - given_back, given_back);
    }
    return unused;
}

static void *nothing(void *unused) { return unused; }

/* The first one also loads what a thread needs for its end. */
static void run_thread(void *(*body)(void *)) {
    pthread_t thread;
    if (pthread_create(&thread, NULL, body, NULL) != 0) {
        abort();
    }
    pthread_join(thread, NULL);
}

int main(int argc, char **argv) {
    if (argc != 4) {
        return 2;
    }
    bytes = (size_t)atol(argv[2]) * MIB;
    given_back = strcmp(argv[3], "free") == 0 ? bytes : (size_t)atol(argv[3]) * 1024;
    huge = strcmp(argv[3], "huge") == 0;
    if (strcmp(argv[1], "child") == 0) {
        pid_t child = fork();
        if (child == 0) {
            work(NULL);
            _exit(0);
        }
        waitpid(child, NULL, 0);
    } else if (strcmp(argv[1], "thread") == 0) {
        run_thread(nothing);
        run_thread(work);
    } else {
        work(NULL);
    }
    _exit(0);
}
