#include <stdio.h>
#include <stdlib.h>

int main(void) {
    volatile size_t i = 4;
    int *numbers = calloc(4, sizeof(int));
    printf("%d\n", numbers[i]);
    return 0;
}
