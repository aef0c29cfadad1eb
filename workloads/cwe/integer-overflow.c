#include <stdio.h>

int main(void) {
    volatile int largest = 2147483647;
    printf("%d\n", largest + 1);
    return 0;
}
