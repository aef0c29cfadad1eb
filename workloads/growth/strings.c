/* A list of strings of 13 letters. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct list {
    char **items;
    size_t length;
    size_t capacity;
};

/* Appends; the capacity doubles. */
static void append(struct list *list, char * item) {
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
    struct list names = {0};
    for (size_t i = 0; i < count; i++) {
        char name[32];
        snprintf(name, sizeof(name), "name %08zu", i);
        char *copy = malloc(strlen(name) + 1);
        if (copy == NULL) {
            exit(1);
        }
        append(&names, strcpy(copy, name));
    }
    return names;
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
