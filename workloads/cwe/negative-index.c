#include <stdio.h>
#include <stdlib.h>

int main(void) {
    volatile int i = -1;
    int *numbers = calloc(4, sizeof(int));
    printf("%d\n", numbers[i]);
    return 0;
}
