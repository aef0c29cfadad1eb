#include <stdio.h>
#include <string.h>

int main(void) {
    const char *volatile text = "ann bob";
    const char *found = strstr(text, "eve");
    printf("%c\n", *found);
    return 0;
}
