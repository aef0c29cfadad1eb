#include <stdio.h>

int main(void) {
    double price = 2.5;
    void *volatile place = &price;
    long *cents = place;
    printf("%ld\n", *cents);
    return 0;
}
