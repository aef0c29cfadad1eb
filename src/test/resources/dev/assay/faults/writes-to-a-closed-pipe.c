/* Writes where nobody reads: SIGPIPE must be what ends it, although a JVM ignores that signal. */
#include "fault.h"
int main(void) {
    int ends[2];
    NEED(pipe(ends) == 0);
    close(ends[0]);
    NEED(write(ends[1], "x", 1) == 1);
    return 0;
}
