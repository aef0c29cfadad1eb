#include <stdio.h>

static unsigned long depth(unsigned long n) {
    volatile unsigned long kept[64] = {n};
    return n == 0 ? 0 : 1 + depth(n + 1) + kept[0];
}

int main(void) {
    printf("%lu\n", depth(1));
    return 0;
}
