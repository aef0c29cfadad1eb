#include <stdio.h>
#include <string.h>

int main(void) {
    int numbers[4] = {1, 2, 2, 3};
    int length = 4;
    for (int i = 0; i < length; i++) {
        if (numbers[i] == 2) {
            memmove(&numbers[i], &numbers[i + 1], (size_t)(length - i - 1) * sizeof(int));
            length--;
        }
    }
    printf("[");
    for (int i = 0; i < length; i++) {
        printf(i == 0 ? "%d" : ", %d", numbers[i]);
    }
    printf("]\n");
    return 0;
}
