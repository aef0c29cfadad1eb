/* Closes all that it was given after its result and goes on; what it opens next gets their numbers. */
#include "fault.h"
int main(void) {
    right();
    close(0);
    close(1);
    close(2);
    NEED(open("own", O_CREAT | O_WRONLY, 0600) == 0);
    return write(0, "nonsense", 8) == 8 ? 0 : 1;
}
