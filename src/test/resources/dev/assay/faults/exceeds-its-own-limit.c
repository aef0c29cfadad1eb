/* Forbids itself to write files, then writes one. */
#include "fault.h"
int main(void) {
    struct rlimit none = {0, 0};
    NEED(setrlimit(RLIMIT_FSIZE, &none) == 0);
    right();
    return 0;
}
