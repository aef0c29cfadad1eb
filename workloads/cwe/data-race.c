#include <pthread.h>
#include <stdio.h>

static volatile long count;

static void *add(void *nothing) {
    for (int i = 0; i < 100000; i++) {
        count++;
    }
    return nothing;
}

int main(void) {
    pthread_t other;
    pthread_create(&other, NULL, add, NULL);
    add(NULL);
    pthread_join(other, NULL);
    printf("%ld\n", count);
    return 0;
}
