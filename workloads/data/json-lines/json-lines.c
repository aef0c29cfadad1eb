/* JSON lines: scores of the active records, counted and added up for every tag, with a parser and a
 * table with open addressing, as C has neither. The parser checks what it reads and skips the rest. */
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
#define MOST_TAGS 64

struct text {
    const char *begin;
    size_t length;
};

/* What the work needs of a record. */
struct record {
    bool active;
    int64_t score;
    struct text tags[MOST_TAGS];
    size_t tag_count;
};

struct group {
    char *tag; /* NULL: free */
    size_t length;
    uint64_t hash;
    uint32_t records;
    int64_t score;
};

struct table {
    struct group *groups;
    size_t capacity; /* a power of two */
    size_t size;
};

static void *check(void *memory) {
    if (memory == NULL) {
        fputs("json-lines: out of memory\n", stderr);
        exit(1);
    }
    return memory;
}

/* The group of a tag, or the free place where it belongs. */
static struct group *find(const struct table *table, struct text tag, uint64_t hash) {
    size_t mask = table->capacity - 1;
    for (size_t i = hash & mask;; i = (i + 1) & mask) {
        struct group *group = &table->groups[i];
        if (group->tag == NULL || (group->hash == hash && group->length == tag.length &&
                                   memcmp(group->tag, tag.begin, tag.length) == 0)) {
            return group;
        }
    }
}

static void grow(struct table *table) {
    struct table larger = {NULL, 2 * table->capacity, table->size};
    larger.groups = check(calloc(larger.capacity, sizeof(struct group)));
    for (size_t i = 0; i < table->capacity; i++) {
        const struct group *group = &table->groups[i];
        if (group->tag != NULL) {
            *find(&larger, (struct text){group->tag, group->length}, group->hash) = *group;
        }
    }
    free(table->groups);
    *table = larger;
}

/* FNV-1a. */
static uint64_t hash_of(struct text tag) {
    uint64_t hash = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < tag.length; i++) {
        hash = (hash ^ (unsigned char)tag.begin[i]) * UINT64_C(1099511628211);
    }
    return hash;
}

static void add(struct table *table, struct text tag, int64_t score) {
    uint64_t hash = hash_of(tag);
    struct group *group = find(table, tag, hash);
    if (group->tag != NULL) {
        group->records++;
        group->score += score;
        return;
    }
    char *copy = check(malloc(tag.length + 1));
    memcpy(copy, tag.begin, tag.length);
    *group = (struct group){copy, tag.length, hash, 1, score};
    if (++table->size > table->capacity / 2) {
        grow(table);
    }
}

/* A function of those below gets the place where something begins and gives the place behind it, or
 * NULL when something else is there. A line ends with NUL. */

static const char *skip_space(const char *text) {
    while (*text == ' ' || *text == '\t' || *text == '\n' || *text == '\r') {
        text++;
    }
    return text;
}

/* To the next quote, backslash or end. */
static const char *skip_ordinary(const char *text) {
    while (*text != '"' && *text != '\\' && *text != '\0') {
        text++;
    }
    return text;
}

/* A string without escapes: keys and tags have none. */
static const char *read_plain(const char *text, struct text *string) {
    if (*text != '"') {
        return NULL;
    }
    string->begin = text + 1;
    text = skip_ordinary(string->begin);
    string->length = (size_t)(text - string->begin);
    return *text == '"' ? text + 1 : NULL;
}

static const char *read_literal(const char *text, bool *value) {
    *value = *text == 't';
    const char *word = *value ? "true" : "false";
    size_t length = strlen(word);
    return strncmp(text, word, length) == 0 ? text + length : NULL;
}

static const char *read_whole(const char *text, int64_t *value) {
    char *end;
    *value = strtoll(text, &end, 10);
    return end > text ? end : NULL;
}

static const char *read_tags(const char *text, struct record *record) {
    record->tag_count = 0;
    if (*text != '[') {
        return NULL;
    }
    text = skip_space(text + 1);
    if (*text == ']') {
        return text + 1;
    }
    while (record->tag_count < MOST_TAGS) {
        text = read_plain(text, &record->tags[record->tag_count++]);
        if (text == NULL) {
            return NULL;
        }
        text = skip_space(text);
        if (*text == ']') {
            return text + 1;
        }
        if (*text != ',') {
            return NULL;
        }
        text = skip_space(text + 1);
    }
    return NULL;
}

static const char *skip_string(const char *text) {
    text++;
    for (;;) {
        text = skip_ordinary(text);
        if (*text == '"') {
            return text + 1;
        }
        if (*text == '\0' || text[1] == '\0') {
            return NULL;
        }
        text += 2;
    }
}

/* Skips a value of any kind, to its closing bracket if it has one. */
static const char *skip_value(const char *text) {
    int depth = 0;
    while (text != NULL && *text != '\0') {
        switch (*text) {
        case '"':
            text = skip_string(text);
            break;
        case '{':
        case '[':
            depth++;
            text++;
            break;
        case '}':
        case ']':
            if (depth-- == 0) {
                return text;
            }
            text++;
            break;
        case ',':
            if (depth == 0) {
                return text;
            }
            text++;
            break;
        default:
            text++;
        }
    }
    return NULL;
}

static bool is(struct text key, const char *name) {
    return key.length == strlen(name) && memcmp(key.begin, name, key.length) == 0;
}

static const char *read_member(const char *text, struct record *record, int *found) {
    struct text key;
    text = read_plain(text, &key);
    if (text == NULL) {
        return NULL;
    }
    text = skip_space(text);
    if (*text != ':') {
        return NULL;
    }
    text = skip_space(text + 1);
    if (is(key, "active")) {
        *found |= 1;
        return read_literal(text, &record->active);
    }
    if (is(key, "score")) {
        *found |= 2;
        return read_whole(text, &record->score);
    }
    if (is(key, "tags")) {
        *found |= 4;
        return read_tags(text, record);
    }
    return skip_value(text);
}

static bool read_record(const char *text, struct record *record) {
    int found = 0;
    record->active = false;
    record->score = 0;
    record->tag_count = 0;
    text = skip_space(text);
    if (*text++ != '{') {
        return false;
    }
    for (;;) {
        text = read_member(skip_space(text), record, &found);
        if (text == NULL) {
            return false;
        }
        text = skip_space(text);
        if (*text == '}') {
            return *skip_space(text + 1) == '\0' && found == 7;
        }
        if (*text++ != ',') {
            return false;
        }
    }
}

/* False when a line is no record, or the input cannot be read. */
static bool summarise(struct table *table, FILE *input) {
    struct record record;
    char *line = NULL;
    size_t room = 0;
    bool good = true;
    while (good && getline(&line, &room, input) > 0) {
        good = read_record(line, &record);
        for (size_t i = 0; good && record.active && i < record.tag_count; i++) {
            add(table, record.tags[i], record.score);
        }
    }
    free(line);
    return good && !ferror(input);
}

static int by_tag(const void *left, const void *right) {
    const struct group *a = left;
    const struct group *b = right;
    size_t shorter = a->length < b->length ? a->length : b->length;
    int order = memcmp(a->tag, b->tag, shorter);
    return order != 0 ? order : (a->length > b->length) - (a->length < b->length);
}

/* Moves the groups to the front, in the order of their tags. */
static void sort(struct table *table) {
    size_t used = 0;
    for (size_t i = 0; i < table->capacity; i++) {
        if (table->groups[i].tag != NULL) {
            table->groups[used++] = table->groups[i];
        }
    }
    qsort(table->groups, used, sizeof(struct group), by_tag);
}

static void print(struct table *table) {
    uint64_t total = 0;
    uint32_t hash = 0;
    sort(table);
    for (size_t i = 0; i < table->size; i++) {
        const struct group *group = &table->groups[i];
        for (size_t k = 0; k < group->length; k++) {
            hash = 31 * hash + (unsigned char)group->tag[k];
        }
        hash = 31 * hash + group->records;
        hash = 31 * hash + (uint32_t)group->score;
        total += group->records;
    }
    printf("%" PRIu64 "\n%zu\n%" PRIu32 "\n", total, table->size, hash);
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
    long records;
    if (argc != 2 || !parse(argv[1], &records)) {
        fputs("usage: json-lines <records> < input\n", stderr);
        return 2;
    }
    int64_t start = now_ns();
    struct table table = {check(calloc(FIRST_CAPACITY, sizeof(struct group))), FIRST_CAPACITY, 0};
    if (!summarise(&table, stdin)) {
        fputs("json-lines: a line is not a record or cannot be read\n", stderr);
        return 1;
    }
    int64_t elapsed = now_ns() - start;
    print(&table);
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    for (size_t i = 0; i < table.size; i++) {
        free(table.groups[i].tag);
    }
    free(table.groups);
    return 0;
}
