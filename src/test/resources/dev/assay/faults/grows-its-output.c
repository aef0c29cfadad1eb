/* Makes its standard error 10 GB long in an instant: a hole that takes no disk, but all the memory of whoever reads it. */
#include "fault.h"
int main(void) {
    right();
    NEED(ftruncate(2, 10L << 30) == 0);
    return 0;
}
