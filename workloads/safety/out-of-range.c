// The fifth of four numbers, by an index that no compiler knows. What lies behind the array belongs to the program too, so that the
// mistake does no harm here: it goes unnoticed.
#include <stdio.h>

struct {
    int values[4];
    int neighbour;
} numbers = {{1, 2, 3, 4}, 5};

int main(void) {
    volatile int index = 4;
    printf("%d\n", numbers.values[index]);
    return 0;
}
