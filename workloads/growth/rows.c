/* A list of lists of eight whole numbers. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct row {
    int64_t *items;
    size_t length;
    size_t capacity;
};

/* Appends; the capacity doubles. */
static void append_number(struct row *row, int64_t item) {
    if (row->length == row->capacity) {
        row->capacity = row->capacity == 0 ? 4 : 2 * row->capacity;
        row->items = realloc(row->items, row->capacity * sizeof(*row->items));
        if (row->items == NULL) {
            exit(1);
        }
    }
    row->items[row->length++] = item;
}

struct list {
    struct row *items;
    size_t length;
    size_t capacity;
};

/* Appends; the capacity doubles. */
static void append(struct list *list, struct row item) {
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
    struct list rows = {0};
    for (size_t i = 0; i < count; i++) {
        struct row row = {0};
        for (size_t j = 0; j < 8; j++) {
            append_number(&row, (int64_t)(i * 8 + j) + 1000);
        }
        append(&rows, row);
    }
    return rows;
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
