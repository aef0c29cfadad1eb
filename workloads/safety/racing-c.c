// Threads that add to one counter at the same time: racing-c <threads> <additions>. Prints how often something was added, and what of it
// is left.
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#define MOST_THREADS 64

static volatile long counter;
static pthread_barrier_t start;

static void *add(void *additions) {
    long left = *(const long *)additions;
    pthread_barrier_wait(&start);
    while (left-- > 0) {
        counter++;
    }
    return NULL;
}

int main(int argc, char **argv) {
    long threads = argc == 3 ? strtol(argv[1], NULL, 10) : 0;
    long additions = argc == 3 ? strtol(argv[2], NULL, 10) : 0;
    if (threads < 1 || threads > MOST_THREADS || additions < 1) {
        fprintf(stderr, "usage: racing-c <threads, at most %d> <additions>\n", MOST_THREADS);
        return 2;
    }
    pthread_t workers[MOST_THREADS];
    if (pthread_barrier_init(&start, NULL, (unsigned)threads) != 0) {
        return 1;
    }
    for (long i = 0; i < threads; i++) {
        if (pthread_create(&workers[i], NULL, add, &additions) != 0) {
            fprintf(stderr, "no thread can be made\n");
            return 1;
        }
    }
    for (long i = 0; i < threads; i++) {
        pthread_join(workers[i], NULL);
    }
    printf("%ld %ld\n", threads * additions, counter);
    return 0;
}
