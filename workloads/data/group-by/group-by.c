/* Group by: orders of a table joined with the regions of their customers, grouped and sorted, with a
 * parser and a table with open addressing, as C has neither. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define FIRST_CAPACITY 1024
#define CUSTOMERS 4096
#define SINCE "2026-03-01"

static const char *const regions[] = {"center",    "east",  "north",     "northeast",
                                      "northwest", "south", "southeast", "west"};

struct text {
    const char *begin;
    size_t length;
};

struct group {
    char *product; /* NULL: free */
    size_t length;
    uint64_t hash;
    unsigned region;
    uint32_t orders;
    double revenue;
    double highest;
};

struct table {
    struct group *groups;
    size_t capacity; /* a power of two */
    size_t size;
};

static void *check(void *memory) {
    if (memory == NULL) {
        fputs("group-by: out of memory\n", stderr);
        exit(1);
    }
    return memory;
}

/* The region of each customer. Their numbers are dense, so that an array does what a table would. */
static void fill(unsigned *region_by_customer) {
    uint32_t state = 7;
    for (size_t customer = 1; customer <= CUSTOMERS; customer++) {
        state = 1664525 * state + 1013904223;
        region_by_customer[customer] = state >> 29;
    }
}

/* The group of a region and a product, or the free place where it belongs. */
static struct group *find(const struct table *table, unsigned region, struct text product,
                          uint64_t hash) {
    size_t mask = table->capacity - 1;
    for (size_t i = hash & mask;; i = (i + 1) & mask) {
        struct group *group = &table->groups[i];
        if (group->product == NULL ||
            (group->hash == hash && group->region == region && group->length == product.length &&
             memcmp(group->product, product.begin, product.length) == 0)) {
            return group;
        }
    }
}

static void grow(struct table *table) {
    struct table larger = {NULL, 2 * table->capacity, table->size};
    larger.groups = check(calloc(larger.capacity, sizeof(struct group)));
    for (size_t i = 0; i < table->capacity; i++) {
        const struct group *group = &table->groups[i];
        if (group->product != NULL) {
            struct text product = {group->product, group->length};
            *find(&larger, group->region, product, group->hash) = *group;
        }
    }
    free(table->groups);
    *table = larger;
}

/* FNV-1a. */
static uint64_t hash_of(unsigned region, struct text product) {
    uint64_t hash = (UINT64_C(14695981039346656037) ^ region) * UINT64_C(1099511628211);
    for (size_t i = 0; i < product.length; i++) {
        hash = (hash ^ (unsigned char)product.begin[i]) * UINT64_C(1099511628211);
    }
    return hash;
}

static void add(struct table *table, unsigned region, struct text product, double revenue,
                double price) {
    uint64_t hash = hash_of(region, product);
    struct group *group = find(table, region, product, hash);
    if (group->product != NULL) {
        group->orders++;
        group->revenue += revenue;
        group->highest = price > group->highest ? price : group->highest;
        return;
    }
    char *copy = check(malloc(product.length + 1));
    memcpy(copy, product.begin, product.length);
    *group = (struct group){copy, product.length, hash, region, 1, revenue, price};
    if (++table->size > table->capacity / 2) {
        grow(table);
    }
}

/* Takes a field and the comma or the end behind it from the front of a line, which ends with NUL.
 * A field in quotes may have commas, but no quotes and no line breaks. */
static bool take(const char **rest, struct text *field) {
    const char *text = *rest;
    bool quoted = *text == '"';
    field->begin = text + quoted;
    text = field->begin + strcspn(field->begin, quoted ? "\"" : ",");
    field->length = (size_t)(text - field->begin);
    if (quoted && *text++ != '"') {
        return false;
    }
    if (*text != ',' && *text != '\0') {
        return false;
    }
    *rest = text + (*text == ',');
    return true;
}

/* A number without sign and exponent: a quotient of two numbers that a double holds exactly, whose
 * division rounds once, as it must; strtod would give the same. */
static bool number(struct text field, double *value) {
    uint64_t digits = 0;
    double divisor = 1;
    bool decimals = false;
    for (size_t i = 0; i < field.length; i++) {
        char c = field.begin[i];
        if (c >= '0' && c <= '9') {
            digits = 10 * digits + (uint64_t)(c - '0');
            divisor = decimals ? 10 * divisor : 1;
        } else if (c == '.' && !decimals) {
            decimals = true;
        } else {
            return false;
        }
    }
    *value = (double)digits / divisor;
    return field.length > 0 && field.length <= 15;
}

/* Adds an order to its group; false when it is no order. */
static bool add_line(struct table *table, const unsigned *region_by_customer, const char *line) {
    struct text field;
    struct text product;
    double customer;
    double quantity;
    double price;
    if (!take(&line, &field) || !take(&line, &field)) {
        return false;
    }
    size_t shorter = field.length < sizeof SINCE - 1 ? field.length : sizeof SINCE - 1;
    int order = memcmp(field.begin, SINCE, shorter);
    if (order < 0 || (order == 0 && field.length < sizeof SINCE - 1)) {
        return true;
    }
    if (!take(&line, &field) || !number(field, &customer) || !take(&line, &product) ||
        !take(&line, &field) || !number(field, &quantity) || !take(&line, &field) ||
        !number(field, &price) || customer < 1 || customer > CUSTOMERS) {
        return false;
    }
    add(table, region_by_customer[(size_t)customer], product, quantity * price, price);
    return true;
}

static int by_revenue(const void *left, const void *right) {
    const struct group *a = left;
    const struct group *b = right;
    if (a->revenue != b->revenue) {
        return a->revenue > b->revenue ? -1 : 1;
    }
    if (a->region != b->region) {
        return a->region < b->region ? -1 : 1;
    }
    size_t shorter = a->length < b->length ? a->length : b->length;
    int order = memcmp(a->product, b->product, shorter);
    return order != 0 ? order : (a->length > b->length) - (a->length < b->length);
}

/* Moves the groups to the front, the highest revenue first. */
static void sort(struct table *table) {
    size_t used = 0;
    for (size_t i = 0; i < table->capacity; i++) {
        if (table->groups[i].product != NULL) {
            table->groups[used++] = table->groups[i];
        }
    }
    qsort(table->groups, used, sizeof(struct group), by_revenue);
}

/* False when a line is no order, or the input cannot be read. */
static bool summarise(struct table *table, const unsigned *region_by_customer, FILE *input) {
    char *line = NULL;
    size_t room = 0;
    bool good = getline(&line, &room, input) > 0;
    ssize_t length;
    while (good && (length = getline(&line, &room, input)) > 0) {
        if (line[length - 1] == '\n') {
            line[length - 1] = '\0';
        }
        good = add_line(table, region_by_customer, line);
    }
    free(line);
    sort(table);
    return good && !ferror(input);
}

static uint32_t digest(const struct table *table) {
    uint32_t hash = 0;
    for (size_t i = 0; i < table->size; i++) {
        const struct group *group = &table->groups[i];
        for (const char *c = regions[group->region]; *c != '\0'; c++) {
            hash = 31 * hash + (unsigned char)*c;
        }
        for (size_t k = 0; k < group->length; k++) {
            hash = 31 * hash + (unsigned char)group->product[k];
        }
        hash = 31 * hash + group->orders;
        hash = 31 * hash + (uint32_t)(uint64_t)(4 * group->revenue);
        hash = 31 * hash + (uint32_t)(4 * group->highest);
    }
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
    long orders;
    if (argc != 2 || !parse(argv[1], &orders)) {
        fputs("usage: group-by <orders> < input\n", stderr);
        return 2;
    }
    static unsigned region_by_customer[CUSTOMERS + 1];
    fill(region_by_customer);
    int64_t start = now_ns();
    struct table table = {check(calloc(FIRST_CAPACITY, sizeof(struct group))), FIRST_CAPACITY, 0};
    if (!summarise(&table, region_by_customer, stdin)) {
        fputs("group-by: a line is not an order or cannot be read\n", stderr);
        return 1;
    }
    int64_t elapsed = now_ns() - start;
    uint64_t total = 0;
    for (size_t i = 0; i < table.size; i++) {
        total += table.groups[i].orders;
    }
    printf("%" PRIu64 "\n%zu\n%" PRIu32 "\n", total, table.size, digest(&table));
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    for (size_t i = 0; i < table.size; i++) {
        free(table.groups[i].product);
    }
    free(table.groups);
    return 0;
}
