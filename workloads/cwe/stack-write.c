#include <stdio.h>

struct login {
    char name[4];
    char admin;
};

int main(void) {
    volatile size_t i = 4;
    struct login login = {0};
    login.name[i] = 1;
    printf("%d\n", login.admin);
    return 0;
}
