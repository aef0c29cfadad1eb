#include <stdio.h>
#include <stdlib.h>

int main(void) {
    int *numbers = calloc(4, sizeof(int));
    int sum = 0;
    for (int i = 0; i <= 4; i++) {
        sum += numbers[i];
    }
    printf("%d\n", sum);
    return 0;
}
