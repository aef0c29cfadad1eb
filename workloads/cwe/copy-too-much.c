#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
    const char *volatile text = "twelve chars";
    char *buffer = malloc(8);
    strcpy(buffer, text);
    puts(buffer);
    return 0;
}
