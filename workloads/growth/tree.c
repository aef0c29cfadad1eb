/* A binary tree with a whole number in each node. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct node {
    struct node *left;
    struct node *right;
    int64_t value;
};

static struct node *make(int64_t first, int64_t count) {
    if (count == 0) {
        return NULL;
    }
    struct node *node = malloc(sizeof(*node));
    if (node == NULL) {
        exit(1);
    }
    int64_t left = (count - 1) / 2;
    *node = (struct node){make(first, left), make(first + left + 1, count - 1 - left), first + left};
    return node;
}

static int64_t length(const struct node *tree) {
    return tree == NULL ? 0 : length(tree->left) + length(tree->right) + (tree->value > 0);
}

int main(int argc, char **argv) {
    if (argc < 2) {
        return 2;
    }
    printf("%lld\n", (long long)length(make(1000, strtoll(argv[1], NULL, 10))));
    return 0;
}
