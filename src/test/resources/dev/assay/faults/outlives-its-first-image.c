/* Holds 40 MiB, then becomes the well-behaved program beside it. */
#include "fault.h"
int main(int argc, char **argv) {
    (void)argc;
    char path[4096];
    char *held = malloc(40 << 20);
    NEED(held);
    memset(held, 1, 40 << 20);
    NEED(strlen(argv[0]) < sizeof path);
    strcpy(path, argv[0]);
    strcpy(strrchr(path, '/'), "/good");
    execl(path, "good", NULL);
    return 98;
}
