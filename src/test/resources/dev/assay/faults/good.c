/* The well-behaved neighbor: prints the right result, but only if its world is as clean as if nobody had been there before it. */
#include "fault.h"
#include <dirent.h>

static int entries(const char *path) {
    int count = 0;
    DIR *folder = opendir(path);
    NEED(folder);
    while (readdir(folder)) count++;
    closedir(folder);
    return count;
}

int main(void) {
    char byte;
    struct stat cwd;
    struct rlimit limit;
    NEED(entries(".") == 2);
    NEED(stat(".", &cwd) == 0 && (cwd.st_mode & 0700) == 0700);
    NEED(read(0, &byte, 1) == 0);
    NEED(wait(NULL) == -1 && errno == ECHILD);
    NEED(entries("/proc/self/fd") == 2 + 3 + 1);
    NEED(getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur <= 1024);
    NEED(getrlimit(RLIMIT_CORE, &limit) == 0 && limit.rlim_cur == 0);
    sigset_t mask;
    NEED(sigprocmask(SIG_SETMASK, NULL, &mask) == 0);
    for (int signal = 1; signal <= 31; signal++) {
        struct sigaction action;
        NEED(!sigismember(&mask, signal));
        NEED(sigaction(signal, NULL, &action) == 0 && action.sa_handler == SIG_DFL);
    }
    struct stat file;
    NEED(fstat(1, &file) == 0 && S_ISREG(file.st_mode) && file.st_size == 0);
    NEED(fstat(2, &file) == 0 && S_ISREG(file.st_mode) && file.st_size == 0);
    right();
    return 0;
}
