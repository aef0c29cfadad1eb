/* Prints one line: what is measured is the start and the end of a process. */
#include <stdio.h>

int main(void) {
    puts("Hello, world!");
    return 0;
}
