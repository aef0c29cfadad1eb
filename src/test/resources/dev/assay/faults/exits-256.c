/* An exit code of which only the low byte counts: 256 is 0. */
#include "fault.h"
int main(void) {
    right();
    _exit(256);
}
