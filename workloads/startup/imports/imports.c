/* Prints one line, with the headers at hand that a small command-line tool usually includes. */
#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

int main(void) {
    puts("Hello, world!");
    return 0;
}
