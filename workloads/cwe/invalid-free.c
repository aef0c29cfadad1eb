#include <stdio.h>
#include <stdlib.h>

int main(void) {
    int number = 1;
    int *volatile place = &number;
    free(place);
    puts("freed");
    return 0;
}
