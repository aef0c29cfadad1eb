/* JSON: the record of every line is read into a tree by a parser written for it, as C has none, and
 * summed up. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum kind { NONE, FALSE, TRUE, WHOLE, DECIMAL, STRING, ARRAY, OBJECT };

struct value {
    enum kind kind;
    union {
        int64_t whole;
        double decimal;
        struct {
            char *text; /* in UTF-8 */
            size_t length;
        } string;
        struct {
            struct value *values;
            size_t count;
        } array;
        struct {
            struct member *members; /* few: looking through them is quicker than hashing */
            size_t count;
        } object;
    } as;
};

struct member {
    struct value key;
    struct value value;
};

static void *check(void *memory) {
    if (memory == NULL) {
        fputs("json: out of memory\n", stderr);
        exit(1);
    }
    return memory;
}

static void release(struct value *value) {
    switch (value->kind) {
    case STRING:
        free(value->as.string.text);
        break;
    case ARRAY:
        for (size_t i = 0; i < value->as.array.count; i++) {
            release(&value->as.array.values[i]);
        }
        free(value->as.array.values);
        break;
    case OBJECT:
        for (size_t i = 0; i < value->as.object.count; i++) {
            release(&value->as.object.members[i].key);
            release(&value->as.object.members[i].value);
        }
        free(value->as.object.members);
        break;
    default:
        break;
    }
}

/* A function of those below gets the place where something begins and gives the place behind it, or
 * NULL when something else is there. What it makes is good to release in any case. A line ends with
 * NUL. */
static const char *read_value(const char *text, struct value *value);

static const char *skip_space(const char *text) {
    while (*text == ' ' || *text == '\t' || *text == '\n' || *text == '\r') {
        text++;
    }
    return text;
}

static const char *skip_digits(const char *text) {
    const char *begin = text;
    while (*text >= '0' && *text <= '9') {
        text++;
    }
    return text > begin ? text : NULL;
}

/* The number of an escape with four hexadecimal digits; -1 when it is none. */
static int code(const char *text) {
    int code = 0;
    if (text[0] != '\\' || text[1] != 'u') {
        return -1;
    }
    for (int i = 2; i < 6; i++) {
        char c = text[i];
        int digit = c >= '0' && c <= '9'   ? c - '0'
                    : c >= 'a' && c <= 'f' ? c - 'a' + 10
                    : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                           : -1;
        if (digit < 0) {
            return -1;
        }
        code = 16 * code + digit;
    }
    return code;
}

/* Appends a character in UTF-8. */
static char *append(char *out, uint32_t c) {
    if (c < 0x80) {
        *out++ = (char)c;
    } else if (c < 0x800) {
        *out++ = (char)(0xC0 | c >> 6);
        *out++ = (char)(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        *out++ = (char)(0xE0 | c >> 12);
        *out++ = (char)(0x80 | (c >> 6 & 0x3F));
        *out++ = (char)(0x80 | (c & 0x3F));
    } else {
        *out++ = (char)(0xF0 | c >> 18);
        *out++ = (char)(0x80 | (c >> 12 & 0x3F));
        *out++ = (char)(0x80 | (c >> 6 & 0x3F));
        *out++ = (char)(0x80 | (c & 0x3F));
    }
    return out;
}

static const char *read_escape(const char *text, char **out) {
    static const char names[] = "\"\\/bfnrt";
    static const char meanings[] = "\"\\/\b\f\n\r\t";
    const char *name = text[1] != '\0' ? strchr(names, text[1]) : NULL;
    if (name != NULL) {
        *out = append(*out, (unsigned char)meanings[name - names]);
        return text + 2;
    }
    int first = code(text);
    text += 6;
    if (first < 0xD800 || first >= 0xE000) {
        if (first >= 0) {
            *out = append(*out, (uint32_t)first);
        }
        return first >= 0 ? text : NULL;
    }
    int second = first < 0xDC00 ? code(text) : -1;
    if (second < 0xDC00 || second >= 0xE000) {
        return NULL;
    }
    *out = append(*out, 0x10000 + ((uint32_t)(first - 0xD800) << 10) + (uint32_t)(second - 0xDC00));
    return text + 6;
}

static const char *read_string(const char *text, struct value *value) {
    if (*text++ != '"') {
        return NULL;
    }
    /* No escape is shorter than what it means, so that the string fits in between its quotes. */
    const char *end = text;
    while (*end != '"') {
        end += *end == '\\' && end[1] != '\0' ? 2 : 1;
        if ((unsigned char)*end < 0x20) {
            return NULL;
        }
    }
    char *out = check(malloc((size_t)(end - text) + 1));
    value->kind = STRING;
    value->as.string.text = out;
    while (text != NULL && text < end) {
        if (*text == '\\') {
            text = read_escape(text, &out);
        } else {
            *out++ = *text++;
        }
    }
    value->as.string.length = (size_t)(out - value->as.string.text);
    return text != NULL ? text + 1 : NULL;
}

/* A number with decimals. Without an exponent it mostly is a quotient of two numbers that a double
 * holds exactly, whose division rounds once, as it must; strtod would give the same. */
static double decimal_of(const char *begin, const char *end) {
    static const double powers[] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                    1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    uint64_t digits = 0;
    const char *point = end - 1;
    const char *text = begin + (*begin == '-');
    if (end - text > 16) {
        return strtod(begin, NULL);
    }
    for (; text < end; text++) {
        if (*text == '.') {
            point = text;
        } else if (*text >= '0' && *text <= '9') {
            digits = 10 * digits + (uint64_t)(*text - '0');
        } else {
            return strtod(begin, NULL);
        }
    }
    double value = (double)digits / powers[end - 1 - point];
    return *begin == '-' ? -value : value;
}

static const char *read_number(const char *text, struct value *value) {
    const char *begin = text;
    value->kind = WHOLE;
    text += *text == '-';
    text = *text == '0' ? text + 1 : skip_digits(text);
    if (text != NULL && *text == '.') {
        value->kind = DECIMAL;
        text = skip_digits(text + 1);
    }
    if (text != NULL && (*text == 'e' || *text == 'E')) {
        value->kind = DECIMAL;
        text++;
        text = skip_digits(text + (*text == '+' || *text == '-'));
    }
    if (text == NULL) {
        return NULL;
    }
    if (value->kind == DECIMAL) {
        value->as.decimal = decimal_of(begin, text);
    } else {
        value->as.whole = strtoll(begin, NULL, 10);
    }
    return text;
}

/* Makes room for one more behind so many, which a power of two is always full of. */
static void *grow(void *items, size_t count, size_t size) {
    bool full = (count & (count - 1)) == 0;
    return full ? check(realloc(items, (count == 0 ? 1 : 2 * count) * size)) : items;
}

/* Behind the comma or the closing bracket that must follow. */
static const char *read_next(const char *text, char bracket, bool *last) {
    text = skip_space(text);
    *last = *text == bracket;
    if (*last) {
        return text + 1;
    }
    return *text == ',' ? skip_space(text + 1) : NULL;
}

static const char *read_array(const char *text, struct value *value) {
    value->kind = ARRAY;
    value->as.array.values = NULL;
    value->as.array.count = 0;
    text = skip_space(text + 1);
    if (*text == ']') {
        return text + 1;
    }
    for (bool last = false; text != NULL && !last;) {
        struct value *values = grow(value->as.array.values, value->as.array.count, sizeof *values);
        struct value *next = &values[value->as.array.count++];
        value->as.array.values = values;
        next->kind = NONE;
        text = read_value(text, next);
        if (text != NULL) {
            text = read_next(text, ']', &last);
        }
    }
    return text;
}

static const char *read_member(const char *text, struct member *member) {
    member->key.kind = NONE;
    member->value.kind = NONE;
    text = read_string(text, &member->key);
    if (text == NULL) {
        return NULL;
    }
    text = skip_space(text);
    return *text == ':' ? read_value(skip_space(text + 1), &member->value) : NULL;
}

static const char *read_object(const char *text, struct value *value) {
    value->kind = OBJECT;
    value->as.object.members = NULL;
    value->as.object.count = 0;
    text = skip_space(text + 1);
    if (*text == '}') {
        return text + 1;
    }
    for (bool last = false; text != NULL && !last;) {
        struct member *members =
            grow(value->as.object.members, value->as.object.count, sizeof *members);
        struct member *next = &members[value->as.object.count++];
        value->as.object.members = members;
        text = read_member(text, next);
        if (text != NULL) {
            text = read_next(text, '}', &last);
        }
    }
    return text;
}

static const char *read_literal(const char *text, const char *word, enum kind kind,
                                struct value *value) {
    size_t length = strlen(word);
    value->kind = kind;
    return strncmp(text, word, length) == 0 ? text + length : NULL;
}

static const char *read_value(const char *text, struct value *value) {
    switch (*text) {
    case '"':
        return read_string(text, value);
    case '{':
        return read_object(text, value);
    case '[':
        return read_array(text, value);
    case 't':
        return read_literal(text, "true", TRUE, value);
    case 'f':
        return read_literal(text, "false", FALSE, value);
    case 'n':
        return read_literal(text, "null", NONE, value);
    default:
        return read_number(text, value);
    }
}

/* The value of a member; NULL when there is none of that name. */
static const struct value *get(const struct value *value, const char *key) {
    size_t length = strlen(key);
    if (value != NULL && value->kind == OBJECT) {
        for (size_t i = value->as.object.count; i-- > 0;) {
            const struct member *member = &value->as.object.members[i];
            if (member->key.as.string.length == length &&
                memcmp(member->key.as.string.text, key, length) == 0) {
                return &member->value;
            }
        }
    }
    return NULL;
}

static bool is(const struct value *value, enum kind kind) {
    return value != NULL && value->kind == kind;
}

/* Sums over the records. */
struct summary {
    int64_t score; /* of the active ones */
    size_t tags;
    size_t characters; /* of the notes */
    double x;
    double y;
};

/* Adds a record; false when it lacks something. */
static bool add(struct summary *summary, const struct value *record) {
    const struct value *score = get(record, "score");
    const struct value *tags = get(record, "tags");
    const struct value *note = get(record, "note");
    const struct value *place = get(record, "place");
    const struct value *x = get(place, "x");
    const struct value *y = get(place, "y");
    if (!is(score, WHOLE) || !is(tags, ARRAY) || note == NULL || !is(x, DECIMAL) ||
        !is(y, DECIMAL)) {
        return false;
    }
    if (is(get(record, "active"), TRUE)) {
        summary->score += score->as.whole;
    }
    summary->tags += tags->as.array.count;
    if (note->kind == STRING) {
        for (size_t i = 0; i < note->as.string.length; i++) {
            /* All bytes of a character but the first are 10xxxxxx. */
            summary->characters += (note->as.string.text[i] & 0xC0) != 0x80;
        }
    }
    summary->x += x->as.decimal;
    summary->y += y->as.decimal;
    return true;
}

/* False when a line cannot be read or is no record. */
static bool summarise(FILE *input, struct summary *summary) {
    char *line = NULL;
    size_t room = 0;
    bool good = true;
    while (good && getline(&line, &room, input) > 0) {
        struct value record = {.kind = NONE};
        const char *end = read_value(line, &record);
        good = end != NULL && *skip_space(end) == '\0' && add(summary, &record);
        release(&record);
    }
    free(line);
    return good && !ferror(input);
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
        fputs("usage: json <records> < input\n", stderr);
        return 2;
    }
    struct summary summary = {0};
    int64_t start = now_ns();
    if (!summarise(stdin, &summary)) {
        fputs("json: a line is no record or cannot be read\n", stderr);
        return 1;
    }
    int64_t elapsed = now_ns() - start;
    uint64_t bits[2];
    memcpy(&bits[0], &summary.x, sizeof bits[0]);
    memcpy(&bits[1], &summary.y, sizeof bits[1]);
    printf("%" PRId64 "\n%zu\n%zu\n", summary.score, summary.tags, summary.characters);
    printf("%" PRIu64 "\n%" PRIu64 "\n", bits[0], bits[1]);
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    return 0;
}
