#include <stdio.h>
#include <stdlib.h>

int main(void) {
    const char *volatile name = "file; echo injected";
    char command[64];
    snprintf(command, sizeof(command), "echo %s", name);
    return system(command);
}
