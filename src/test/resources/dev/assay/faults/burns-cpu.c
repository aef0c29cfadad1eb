/* Uses CPU time for ever, in as many processes as it is told. */
#include "fault.h"
int main(int argc, char **argv) {
    int processes = argc > 1 ? atoi(argv[1]) : 1;
    for (int i = 1; i < processes; i++)
        if (fork() == 0) break;
    for (;;) { }
}
