#include <stdio.h>

int main(void) {
    volatile size_t i = 4;
    int numbers[4] = {1, 2, 3, 4};
    printf("%d\n", numbers[i]);
    return 0;
}
