#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
    int *numbers = malloc(100 * sizeof(int));
    void *between = malloc(100);
    numbers[0] = 1;
    int *volatile first = &numbers[0];
    numbers = realloc(numbers, 2000 * sizeof(int));
    int *other = malloc(100 * sizeof(int));
    memset(other, 0, 100 * sizeof(int));
    printf("%d\n", *first);
    free(between);
    free(numbers);
    free(other);
    return 0;
}
