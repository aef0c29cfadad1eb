/* A list of whole numbers of 64 bits. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct list {
    int64_t *items;
    size_t length;
    size_t capacity;
};

/* Appends; the capacity doubles. */
static void append(struct list *list, int64_t item) {
    if (list->length == list->capacity) {
        list->capacity = list->capacity == 0 ? 4 : 2 * list->capacity;
        list->items = realloc(list->items, list->capacity * sizeof(*list->items));
        if (list->items == NULL) {
            exit(1);
        }
    }
    list->items[list->length++] = item;
}

static struct list make(size_t count) {
    struct list numbers = {0};
    for (size_t i = 0; i < count; i++) {
        append(&numbers, (int64_t)i * 3 + 1000);
    }
    return numbers;
}

/* The compiler must not drop what nobody reads. */
static struct list *volatile kept;

int main(int argc, char **argv) {
    if (argc < 2) {
        return 2;
    }
    size_t count = strtoull(argv[1], NULL, 10);
    struct list made = make(count);
    kept = &made;
    printf("%zu\n", kept->length);
    return 0;
}
