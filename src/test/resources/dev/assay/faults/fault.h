/* What every hostile program may need. A program says `ready` once it has come to its point and will not end by itself. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

/* Ends the program with an exit code of its own, which no row expects, where the machine does not do what the fault needs. */
#define NEED(condition) do { if (!(condition)) { perror(#condition); _exit(99); } } while (0)

static inline void say(const char *text) { NEED(write(1, text, strlen(text)) == (ssize_t)strlen(text)); }
static inline void right(void) { say("42\n"); }
static inline void hang(void) { say("ready\n"); for (;;) pause(); }
