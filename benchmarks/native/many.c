/* Makes many processes or threads, one after the other, each of which ends at once: `many fork|thread <count>`. */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void *nothing(void *unused) { return unused; }

int main(int argc, char **argv) {
    if (argc != 3) return 2;
    int processes = strcmp(argv[1], "fork") == 0;
    long count = atol(argv[2]);
    for (long i = 0; i < count; i++) {
        if (processes) {
            pid_t pid = fork();
            if (pid == 0) _exit(0);
            if (waitpid(pid, NULL, 0) != pid) return 1;
        } else {
            pthread_t thread;
            if (pthread_create(&thread, NULL, nothing, NULL) != 0) return 1;
            pthread_join(thread, NULL);
        }
    }
    return 0;
}
