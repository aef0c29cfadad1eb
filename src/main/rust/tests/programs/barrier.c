/* barrier COUNT MIB: so many children touch so much memory each and wait for one another; the sum
 * of what all of them and the parent then hold is printed in KiB. Then all end at once. */
#include "size.h"
#include <sys/wait.h>

int main(int argc, char **argv) {
    if (argc != 3) {
        return 2;
    }
    int count = atoi(argv[1]);
    int ready[2], go[2];
    if (pipe(ready) != 0 || pipe(go) != 0) {
        return 1;
    }
    for (int i = 0; i < count; i++) {
        if (fork() == 0) {
            close(go[1]);
            touch((size_t)atol(argv[2]) * MIB);
            resident_kib();
            long own = resident_kib();
            char end;
            if (write(ready[1], &own, sizeof own) != sizeof own || read(go[0], &end, 1) != 0) {
                _exit(1);
            }
            _exit(0);
        }
    }
    long sum = 0;
    for (int i = 0; i < count; i++) {
        long one;
        if (read(ready[0], &one, sizeof one) != sizeof one) {
            return 1;
        }
        sum += one;
    }
    printf("%ld\n", sum + resident_kib());
    fflush(stdout);
    close(go[1]);
    for (int i = 0; i < count; i++) {
        int status;
        if (wait(&status) == -1 || status != 0) {
            return 1;
        }
    }
    return 0;
}
