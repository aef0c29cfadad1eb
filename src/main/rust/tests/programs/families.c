/* families HOW: several processes in one of many ways; the table at the end names them. */
#define _GNU_SOURCE
#include "ways.h"
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <sys/ptrace.h>
#include <time.h>

static int vfork_and_exec(void) {
    touch(64 * MIB);
    pid_t child = vfork();
    if (child == 0) {
        execl("/bin/true", "true", NULL);
        _exit(99);
    }
    await(child, 0);
    return 7;
}

static int borrow(void *unused) {
    (void)unused;
    getppid();
    return 0;
}

static int share_memory(void) {
    static char stack[64 * 1024] __attribute__((aligned(16)));
    touch(64 * MIB);
    pid_t child = clone(borrow, stack + sizeof stack, CLONE_VM | SIGCHLD, NULL);
    CHECK(child > 0);
    await(child, 0);
    return 8;
}

/* A daemon's way; its end is known by the end of the pipe. */
static int double_fork(void) {
    int end[2];
    char byte;
    CHECK(pipe(end) == 0);
    pid_t child = fork();
    if (child == 0) {
        setsid();
        if (fork() == 0) {
            touch(16 * MIB);
        }
        _exit(0);
    }
    close(end[1]);
    await(child, 0);
    CHECK(read(end[0], &byte, 1) == 0);
    return 9;
}

/* Each of them is killed by a sibling as soon as it has a number. */
static int killed_at_birth(void) {
    enum { TIMES = 50 };
    int numbers[2];
    CHECK(pipe(numbers) == 0);
    pid_t killer = fork();
    if (killer == 0) {
        pid_t victim;
        close(numbers[1]);
        while (read(numbers[0], &victim, sizeof victim) == sizeof victim) {
            kill(victim, SIGKILL);
        }
        _exit(0);
    }
    for (int i = 0; i < TIMES; i++) {
        pid_t victim = fork();
        if (victim == 0) {
            for (;;) {
                pause();
            }
        }
        if (i % 2 == 0) {
            CHECK(write(numbers[1], &victim, sizeof victim) == sizeof victim);
        } else {
            kill(victim, SIGKILL);
        }
        await(victim, SIGKILL);
    }
    close(numbers[1]);
    await(killer, 0);
    return 10;
}

static int killed_while_spinning(void) {
    int started[2];
    char byte = 0;
    CHECK(pipe(started) == 0);
    pid_t child = fork();
    if (child == 0) {
        touch(16 * MIB);
        CHECK(write(started[1], &byte, 1) == 1);
        for (;;) {
        }
    }
    CHECK(read(started[0], &byte, 1) == 1);
    kill(child, SIGKILL);
    await(child, SIGKILL);
    return 11;
}

/* Its end is known, but nobody asks for it. */
static int zombie_left(void) {
    siginfo_t info;
    pid_t child = fork();
    if (child == 0) {
        touch(16 * MIB);
        _exit(0);
    }
    CHECK(waitid(P_PID, (id_t)child, &info, WEXITED | WNOWAIT) == 0);
    return 20;
}

/* A shell's job control, which must see the same as without a tracer. */
static void stop_and_continue(pid_t job, int stop) {
    int status;
    if (stop) {
        CHECK(kill(job, SIGSTOP) == 0);
    }
    CHECK(waitpid(job, &status, WUNTRACED) == job && WIFSTOPPED(status));
    CHECK(WSTOPSIG(status) == SIGSTOP);
    CHECK(kill(job, SIGCONT) == 0);
    CHECK(waitpid(job, &status, WCONTINUED) == job && WIFCONTINUED(status));
}

static int stops_itself(void) {
    pid_t job = fork();
    if (job == 0) {
        raise(SIGSTOP);
        _exit(0);
    }
    stop_and_continue(job, 0);
    await(job, 0);
    return 13;
}

static int end_of_stops[2];

static void *wait_for_end(void *unused) {
    char byte;
    CHECK(read(end_of_stops[0], &byte, 1) == 0);
    return unused;
}

static int stopped_with_threads(void) {
    CHECK(pipe(end_of_stops) == 0);
    pid_t job = fork();
    if (job == 0) {
        pthread_t thread;
        close(end_of_stops[1]);
        CHECK(pthread_create(&thread, NULL, wait_for_end, NULL) == 0);
        wait_for_end(NULL);
        pthread_join(thread, NULL);
        _exit(0);
    }
    stop_and_continue(job, 1);
    stop_and_continue(job, 1);
    close(end_of_stops[1]);
    await(job, 0);
    return 14;
}

/* The program itself is stopped, and a child of it lets it go on; whatever the stop looks like, it
 * lasts until then. */
static int stopped_as_a_whole(void) {
    int before[2];
    char byte = 0;
    CHECK(pipe(before) == 0);
    pid_t program = getpid();
    pid_t child = fork();
    if (child == 0) {
        CHECK(read(before[0], &byte, 1) == 1);
        char path[64], text[256], state = 0;
        snprintf(path, sizeof path, "/proc/%d/stat", program);
        while (state != 'T' && state != 't') {
            FILE *file = fopen(path, "r");
            CHECK(file && fgets(text, sizeof text, file));
            fclose(file);
            state = strrchr(text, ')')[2];
            sched_yield();
        }
        kill(program, SIGCONT);
        _exit(0);
    }
    CHECK(write(before[1], &byte, 1) == 1);
    raise(SIGSTOP);
    await(child, 0);
    return 15;
}

static int wants_to_trace(void) {
    pid_t child = fork();
    if (child == 0) {
        CHECK(ptrace(PTRACE_TRACEME, 0, NULL, NULL) == -1 && errno == EPERM);
        _exit(0);
    }
    await(child, 0);
    return 16;
}

static int flees(void *unused) {
    (void)unused;
    touch(32 * MIB);
    return 0;
}

static int untraced(void) {
    static char stack[64 * 1024] __attribute__((aligned(16)));
    pid_t child = clone(flees, stack + sizeof stack, CLONE_UNTRACED | SIGCHLD, NULL);
    CHECK(child > 0);
    await(child, 0);
    return 17;
}

static void burn(void) {
    struct timespec used;
    do {
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    } while (used.tv_sec == 0 && used.tv_nsec < 100 * 1000 * 1000);
}

/* Nobody learns how much CPU time the child took when nobody waits for it. */
static int burns_in_a_child(void) {
    pid_t child = fork();
    if (child == 0) {
        burn();
        _exit(0);
    }
    await(child, 0);
    return 18;
}

static int burns_in_a_child_unseen(void) {
    signal(SIGCHLD, SIG_IGN);
    pid_t child = fork();
    if (child == 0) {
        burn();
        _exit(0);
    }
    CHECK(waitpid(child, NULL, 0) == -1 && errno == ECHILD);
    return 19;
}

static const struct way ways[] = {
    {"vfork-and-exec", vfork_and_exec},
    {"share-memory", share_memory},
    {"double-fork", double_fork},
    {"zombie-left", zombie_left},
    {"killed-at-birth", killed_at_birth},
    {"killed-while-spinning", killed_while_spinning},
    {"stops-itself", stops_itself},
    {"stopped-with-threads", stopped_with_threads},
    {"stopped-as-a-whole", stopped_as_a_whole},
    {"wants-to-trace", wants_to_trace},
    {"untraced", untraced},
    {"burns-in-a-child", burns_in_a_child},
    {"burns-in-a-child-unseen", burns_in_a_child_unseen},
};

int main(int argc, char **argv) {
    return take_the_way(argc, argv, ways, sizeof ways / sizeof ways[0]);
}
