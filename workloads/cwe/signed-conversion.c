#include <stdio.h>

int main(void) {
    volatile int balance = -1;
    unsigned size = balance;
    printf("%u\n", size);
    return 0;
}
