#include <stdio.h>
#include <stdlib.h>

struct node {
    struct node *other;
    char text[1000];
};

static void make(void) {
    struct node *node = malloc(sizeof(*node));
    node->other = node;
    node = NULL;
}

int main(void) {
    for (int i = 0; i < 100; i++) {
        make();
    }
    puts("not freed");
    return 0;
}
