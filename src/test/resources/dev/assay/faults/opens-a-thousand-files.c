/* Opens files until it may not: there must be a limit, and it is 1024 however many the harness may open. */
#include "fault.h"
int main(void) {
    int count = 3;
    while (open("/dev/null", O_RDONLY) != -1) count++;
    if (errno == EMFILE && count == 1024) right();
    return 0;
}
