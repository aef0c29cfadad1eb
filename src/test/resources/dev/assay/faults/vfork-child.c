/* Has children that share its memory until they are another program. */
#include "fault.h"
int main(void) {
    for (int i = 0; i < 20; i++) {
        int status;
        pid_t child = vfork();
        if (child == 0) {
            execl("/bin/true", "true", NULL);
            _exit(1);
        }
        NEED(waitpid(child, &status, 0) == child && status == 0);
    }
    right();
    return 0;
}
