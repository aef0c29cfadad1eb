#include <stdio.h>

int main(void) {
    const char *volatile wanted = "../dev/null";
    char path[64];
    snprintf(path, sizeof(path), "/tmp/%s", wanted);
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        return 1;
    }
    printf("%s opened\n", path);
    fclose(file);
    return 0;
}
