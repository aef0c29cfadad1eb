#define _POSIX_C_SOURCE 200809L
#include <stdio.h>

static int number(void) {
    FILE *file = fopen("/dev/null", "r");
    return file == NULL ? -1 : fileno(file);
}

int main(void) {
    int first = number();
    puts(first == number() ? "closed" : "still open");
    return 0;
}
