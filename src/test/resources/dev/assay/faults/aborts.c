/* Aborts, and would leave a core file in its folder. */
#include "fault.h"
int main(void) {
    abort();
}
