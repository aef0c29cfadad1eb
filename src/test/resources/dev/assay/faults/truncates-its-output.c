/* Takes its result back and writes on where it was, which leaves a hole at the beginning. */
#include "fault.h"
int main(void) {
    right();
    NEED(ftruncate(1, 0) == 0);
    right();
    return 0;
}
