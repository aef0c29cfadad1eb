/* Makes itself the least important process and the first to be killed when memory is short. */
#include "fault.h"
int main(void) {
    nice(19);
    int adjust = open("/proc/self/oom_score_adj", O_WRONLY);
    NEED(adjust != -1 && write(adjust, "1000", 4) == 4);
    umask(0777);
    right();
    return 0;
}
