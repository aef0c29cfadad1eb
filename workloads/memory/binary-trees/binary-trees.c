/* Binary trees: builds, counts and frees full trees, one allocation a node. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define DEPTH 10
/* One tree in so many lives to the end. */
#define KEEP 8

struct node {
    struct node *left;
    struct node *right;
};

static void *allocate(size_t bytes) {
    void *memory = malloc(bytes);
    if (memory == NULL) {
        fputs("binary-trees: out of memory\n", stderr);
        exit(1);
    }
    return memory;
}

static struct node *build(int depth) {
    struct node *left = NULL;
    struct node *right = NULL;
    if (depth > 0) {
        left = build(depth - 1);
        right = build(depth - 1);
    }
    struct node *node = allocate(sizeof *node);
    *node = (struct node){left, right};
    return node;
}

static uint32_t count(const struct node *node) {
    if (node->left == NULL) {
        return 1;
    }
    return 1 + count(node->left) + count(node->right);
}

static void release(struct node *node) {
    if (node->left != NULL) {
        release(node->left);
        release(node->right);
    }
    free(node);
}

static uint32_t churn(size_t trees, int depth) {
    uint32_t hash = 0;
    size_t live = 0;
    struct node **kept = allocate((trees / KEEP + 1) * sizeof(struct node *));
    for (size_t i = 0; i < trees; i++) {
        struct node *tree = build(depth);
        hash = 31 * hash + count(tree);
        if (i % KEEP == 0) {
            kept[live++] = tree;
        } else {
            release(tree);
        }
    }
    for (size_t i = 0; i < live; i++) {
        hash = 31 * hash + count(kept[i]);
    }
    for (size_t i = 0; i < live; i++) {
        release(kept[i]);
    }
    free(kept);
    return hash;
}

static int64_t now_ns(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

/* A whole number above zero. */
static bool parse(const char *text, long *value) {
    char *end;
    errno = 0;
    *value = strtol(text, &end, 10);
    return errno == 0 && end != text && *end == '\0' && *value > 0;
}

int main(int argc, char **argv) {
    long trees;
    if (argc != 2 || !parse(argv[1], &trees)) {
        fputs("usage: binary-trees <trees>\n", stderr);
        return 2;
    }
    volatile int depth = DEPTH;
    int64_t start = now_ns();
    uint32_t hash = churn((size_t)trees, depth);
    int64_t elapsed = now_ns() - start;
    printf("%" PRIu32 "\n", hash);
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    return 0;
}
