/* Prints the right result if its one argument is as long as the harness said that it is. */
#include "fault.h"
int main(int argc, char **argv) {
    if (argc == 2 && strlen(argv[1]) == 100 * 1024) right();
    return 0;
}
