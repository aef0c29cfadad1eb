/* Touches memory and says how much was resident when it was most, by its own smaps_rollup: `touch <way> <MiB>`.
 *   main    in the process itself, never freed
 *   child   in a forked child
 *   thread  in a thread
 *   freed   in the process itself, given back before the end
 *   family  in four children at once, a quarter each; every child prints a line */
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { CHILDREN = 4, MIB = 1 << 20 };

static size_t bytes;

static void fail(const char *what) {
    perror(what);
    _exit(1);
}

/* By plain system calls: the buffers of stdio would be memory of their own. */
static void print_resident(void) {
    char text[4096];
    int file = open("/proc/self/smaps_rollup", O_RDONLY);
    ssize_t length = file == -1 ? -1 : read(file, text, sizeof text - 1);
    if (length == -1) fail("smaps_rollup");
    close(file);
    text[length] = '\0';
    const char *line = strstr(text, "Rss:");
    if (line == NULL) fail("smaps_rollup without Rss");
    int written = snprintf(text, sizeof text, "%ld\n", atol(line + 4));
    if (write(STDOUT_FILENO, text, (size_t) written) != written) fail("write");
}

static void *touch(void *unused) {
    if (bytes > 0) {
        char *memory = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (memory == MAP_FAILED) fail("mmap");
        memset(memory, 1, bytes);
    }
    print_resident();
    return unused;
}

static void in_child(void) {
    pid_t pid = fork();
    if (pid == 0) {
        touch(NULL);
        _exit(0);
    }
    int status;
    if (waitpid(pid, &status, 0) != pid || status != 0) fail("child");
}

/* Each child touches its part and then holds it until all have: the end of the pipe that tells it comes when the last has let go. */
static void in_family(void) {
    int done[2];
    if (pipe(done) == -1) fail("pipe");
    bytes /= CHILDREN;
    for (int i = 0; i < CHILDREN; i++) {
        pid_t pid = fork();
        if (pid == -1) fail("fork");
        if (pid == 0) {
            char end;
            touch(NULL);
            close(done[1]);
            while (read(done[0], &end, 1) > 0) {}
            _exit(0);
        }
    }
    close(done[1]);
    for (int i = 0; i < CHILDREN; i++) wait(NULL);
}

int main(int argc, char **argv) {
    if (argc != 3) return 2;
    bytes = (size_t) atol(argv[2]) * MIB;
    if (strcmp(argv[1], "main") == 0) {
        touch(NULL);
    } else if (strcmp(argv[1], "child") == 0) {
        in_child();
    } else if (strcmp(argv[1], "thread") == 0) {
        pthread_t thread;
        if (pthread_create(&thread, NULL, touch, NULL) != 0) return 1;
        pthread_join(thread, NULL);
    } else if (strcmp(argv[1], "freed") == 0) {
        char *memory = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (memory == MAP_FAILED) fail("mmap");
        memset(memory, 1, bytes);
        print_resident();
        munmap(memory, bytes);
    } else if (strcmp(argv[1], "family") == 0) {
        in_family();
    } else {
        return 2;
    }
    return 0;
}
