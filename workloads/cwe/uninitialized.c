#include <stdio.h>

int main(int argc, char **argv) {
    (void)argv;
    int number;
    if (argc > 5) {
        number = 1;
    }
    printf("%d\n", number);
    return 0;
}
