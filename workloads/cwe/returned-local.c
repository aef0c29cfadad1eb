#include <stdio.h>

static int *number(void) {
    int local = 42;
    int *volatile place = &local;
    return place;
}

static int other(void) {
    volatile int numbers[64];
    for (int i = 0; i < 64; i++) {
        numbers[i] = 7;
    }
    return numbers[63];
}

int main(void) {
    int *place = number();
    other();
    printf("%d\n", *place);
    return 0;
}
