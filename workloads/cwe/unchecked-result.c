#include <stdio.h>
#include <stdlib.h>

int main(void) {
    const char *volatile text = "x1";
    int number = (int)strtol(text, NULL, 10);
    printf("%d\n", number + 1);
    return 0;
}
