/* Burns CPU time where its first argument says, until the clock of its own process shows 200 ms,
 * and prints how many nanoseconds that clock shows at the end. */
#define _GNU_SOURCE
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <linux/capability.h>

#define BURNT_NS 200000000LL

static long long used_ns(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static void *burn(void *unused) {
    while (used_ns() < BURNT_NS) {
    }
    return unused;
}

static void tell(void) {
    printf("%lld\n", used_ns());
    fflush(stdout);
}

static void burn_and_end(void) {
    burn(NULL);
    tell();
    _exit(0);
}

/* Until there is no child: at once when all are waited for, and when they are not to be. */
static void wait_for_all(void) {
    while (wait(NULL) > 0) {
    }
}

static void in_a_child(void) {
    if (fork() == 0) {
        burn_and_end();
    }
    wait_for_all();
}

static void in_threads(void) {
    pthread_t threads[4];
    for (int i = 0; i < 4; i++) {
        pthread_create(&threads[i], NULL, burn, NULL);
    }
    for (int i = 0; i < 4; i++) {
        pthread_join(threads[i], NULL);
    }
    tell();
}

static void in_a_daemon(void) {
    if (fork() == 0) {
        setsid();
        if (fork() == 0) {
            burn_and_end();
        }
        _exit(0);
    }
    wait_for_all();
}

static void without_waiting(int flags, void (*handler)(int)) {
    struct sigaction action = {.sa_flags = flags, .sa_handler = handler};
    sigaction(SIGCHLD, &action, NULL);
    in_a_child();
}

/* Becomes a file that may be run but not read, without the right to read every file. */
static void unreadable(const char *file) {
    struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
    struct __user_cap_data_struct none[2];
    memset(none, 0, sizeof none);
    syscall(SYS_capset, &header, none);
    execl(file, file, "main", (char *)NULL);
    _exit(1);
}

int main(int count, char **arguments) {
    const char *where = count > 1 ? arguments[1] : "main";
    if (strcmp(where, "main") == 0) {
        burn_and_end();
    } else if (strcmp(where, "child") == 0) {
        in_a_child();
    } else if (strcmp(where, "threads") == 0) {
        in_threads();
    } else if (strcmp(where, "daemon") == 0) {
        in_a_daemon();
    } else if (strcmp(where, "ignore") == 0) {
        without_waiting(0, SIG_IGN);
    } else if (strcmp(where, "nocldwait") == 0) {
        without_waiting(SA_NOCLDWAIT, SIG_DFL);
    } else if (strcmp(where, "unreadable") == 0) {
        unreadable(arguments[2]);
    } else {
        return 2;
    }
    return 0;
}
