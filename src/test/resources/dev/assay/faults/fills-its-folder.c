/* Leaves 64 MiB in one file and 2000 empty ones. */
#include "fault.h"
int main(void) {
    static char block[1 << 20];
    int big = open("big", O_CREAT | O_WRONLY, 0600);
    for (int i = 0; i < 64; i++) NEED(write(big, block, sizeof block) == sizeof block);
    for (int i = 0; i < 2000; i++) {
        char name[32];
        snprintf(name, sizeof name, "many-%d", i);
        int each = open(name, O_CREAT | O_WRONLY, 0600);
        NEED(each != -1);
        close(each);
    }
    right();
    return 0;
}
