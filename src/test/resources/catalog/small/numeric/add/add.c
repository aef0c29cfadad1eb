#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
    long sum = 0;
    for (long i = 0; argc > 1 && i < atol(argv[1]); i++) {
        sum += i;
    }
    printf("%ld\n", sum);
    return 0;
}
