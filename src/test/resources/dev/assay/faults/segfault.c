/* Writes to an address that is not its own. */
#include "fault.h"
int main(void) {
    *(volatile int *)8 = 1;
    return 0;
}
