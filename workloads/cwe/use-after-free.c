#include <stdio.h>
#include <stdlib.h>

int main(void) {
    int *numbers = calloc(100, sizeof(int));
    int *volatile kept = numbers;
    free(numbers);
    printf("%d\n", kept[50]);
    return 0;
}
