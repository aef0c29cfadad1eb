/* Leaves folders within folders until no path can name the innermost one any more. */
#include "fault.h"
int main(void) {
    char name[101];
    memset(name, 'd', 100);
    name[100] = 0;
    for (int level = 0; level < 500; level++) NEED(mkdir(name, 0700) == 0 && chdir(name) == 0);
    NEED(open("file", O_CREAT, 0600) != -1);
    right();
    return 0;
}
