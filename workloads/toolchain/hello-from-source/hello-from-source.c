/* From source to result: writes down the source of a hello, has cc compile it, and runs it. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

extern char **environ;

static const char source[] = "#include <stdio.h>\n"
                             "\n"
                             "int main(void) {\n"
                             "    puts(\"Hello, world!\");\n"
                             "    return 0;\n"
                             "}\n";

static bool write_source(void) {
    FILE *file = fopen("hello.c", "w");
    if (file == NULL) {
        return false;
    }
    bool written = fputs(source, file) >= 0;
    return fclose(file) == 0 && written;
}

/* Runs a command and waits for it; false, with a message, unless it ends with 0. */
static bool run(char *const argv[]) {
    pid_t process;
    int status;
    int failure = posix_spawnp(&process, argv[0], NULL, NULL, argv, environ);
    if (failure != 0) {
        fprintf(stderr, "hello-from-source: %s: %s\n", argv[0], strerror(failure));
        return false;
    }
    while (waitpid(process, &status, 0) < 0) {
        if (errno != EINTR) {
            perror("hello-from-source");
            return false;
        }
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        fprintf(stderr, "hello-from-source: %s failed\n", argv[0]);
        return false;
    }
    return true;
}

int main(void) {
    char *compile[] = {"cc", "-o", "hello", "hello.c", NULL};
    char *hello[] = {"./hello", NULL};
    if (!write_source()) {
        perror("hello-from-source");
        return 1;
    }
    if (!run(compile) || !run(hello)) {
        return 1;
    }
    if (remove("hello.c") != 0 || remove("hello") != 0) {
        perror("hello-from-source");
        return 1;
    }
    return 0;
}
