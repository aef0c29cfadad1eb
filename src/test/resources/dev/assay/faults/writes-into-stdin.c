/* Writes into its standard input, which must refuse that. */
#include "fault.h"
int main(void) {
    if (write(0, "x", 1) == -1 && errno == EBADF) right();
    return 0;
}
