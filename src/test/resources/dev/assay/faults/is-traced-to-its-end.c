/* Asks its parent to trace it and ends at once. */
#include "fault.h"
int main(void) {
    ptrace(PTRACE_TRACEME, 0, NULL, NULL);
    right();
    return 0;
}
