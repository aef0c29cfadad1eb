#include <stdio.h>

int main(void) {
    const char *volatile text = "{secret} %d\n";
    printf(text);
    return 0;
}
