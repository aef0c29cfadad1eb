#include <stdio.h>

int main(void) {
    volatile int large = 300;
    unsigned char small = large;
    printf("%d\n", small);
    return 0;
}
