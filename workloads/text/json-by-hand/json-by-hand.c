/* JSON by hand: walks the JSON value of every line by recursive descent and adds up what is there. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Of all values so far. */
struct tally {
    size_t objects, arrays, strings, numbers, literals;
    size_t characters; /* of all strings, escapes resolved */
    int64_t whole;     /* sum of the numbers without decimals */
    double decimal;    /* sum of the others */
    size_t depths;     /* of all objects and arrays */
};

/* A function of those below gets the place where something begins and gives the place behind it, or
 * NULL when something else is there. A line ends with NUL. */
static const char *read_value(const char *text, size_t depth, struct tally *tally);

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

static const char *read_escape(const char *text, struct tally *tally) {
    tally->characters++;
    if (text[1] != '\0' && strchr("\"\\/bfnrt", text[1]) != NULL) {
        return text + 2;
    }
    int first = code(text);
    if (first < 0) {
        return NULL;
    }
    text += 6;
    if (first >= 0xD800 && first < 0xDC00) {
        int second = code(text);
        if (second >= 0xDC00 && second < 0xE000) {
            text += 6;
        }
    }
    return text;
}

static const char *read_string(const char *text, struct tally *tally) {
    if (*text++ != '"') {
        return NULL;
    }
    tally->strings++;
    while (*text != '"') {
        if (*text == '\\') {
            text = read_escape(text, tally);
            if (text == NULL) {
                return NULL;
            }
        } else if ((unsigned char)*text < 0x20) {
            return NULL;
        } else {
            /* All bytes of a character but the first are 10xxxxxx. */
            tally->characters += (*text & 0xC0) != 0x80;
            text++;
        }
    }
    return text + 1;
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

static const char *read_number(const char *text, struct tally *tally) {
    const char *begin = text;
    bool decimal = false;
    text += *text == '-';
    text = *text == '0' ? text + 1 : skip_digits(text);
    if (text != NULL && *text == '.') {
        decimal = true;
        text = skip_digits(text + 1);
    }
    if (text != NULL && (*text == 'e' || *text == 'E')) {
        decimal = true;
        text++;
        text = skip_digits(text + (*text == '+' || *text == '-'));
    }
    if (text == NULL) {
        return NULL;
    }
    tally->numbers++;
    if (decimal) {
        tally->decimal += decimal_of(begin, text);
    } else {
        tally->whole += strtoll(begin, NULL, 10);
    }
    return text;
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

static const char *read_array(const char *text, size_t depth, struct tally *tally) {
    tally->arrays++;
    tally->depths += depth;
    text = skip_space(text + 1);
    if (*text == ']') {
        return text + 1;
    }
    for (bool last = false; text != NULL && !last;) {
        text = read_value(text, depth, tally);
        if (text != NULL) {
            text = read_next(text, ']', &last);
        }
    }
    return text;
}

static const char *read_member(const char *text, size_t depth, struct tally *tally) {
    text = read_string(text, tally);
    if (text == NULL) {
        return NULL;
    }
    text = skip_space(text);
    return *text == ':' ? read_value(skip_space(text + 1), depth, tally) : NULL;
}

static const char *read_object(const char *text, size_t depth, struct tally *tally) {
    tally->objects++;
    tally->depths += depth;
    text = skip_space(text + 1);
    if (*text == '}') {
        return text + 1;
    }
    for (bool last = false; text != NULL && !last;) {
        text = read_member(text, depth, tally);
        if (text != NULL) {
            text = read_next(text, '}', &last);
        }
    }
    return text;
}

static const char *read_literal(const char *text, const char *word, struct tally *tally) {
    size_t length = strlen(word);
    tally->literals++;
    return strncmp(text, word, length) == 0 ? text + length : NULL;
}

static const char *read_value(const char *text, size_t depth, struct tally *tally) {
    switch (*text) {
    case '"':
        return read_string(text, tally);
    case '{':
        return read_object(text, depth + 1, tally);
    case '[':
        return read_array(text, depth + 1, tally);
    case 't':
        return read_literal(text, "true", tally);
    case 'f':
        return read_literal(text, "false", tally);
    case 'n':
        return read_literal(text, "null", tally);
    default:
        return read_number(text, tally);
    }
}

/* False when a line cannot be read or is no JSON. */
static bool read_lines(FILE *input, struct tally *tally) {
    char *line = NULL;
    size_t room = 0;
    const char *end = "";
    while (end != NULL && *end == '\0' && getline(&line, &room, input) > 0) {
        end = read_value(line, 0, tally);
        if (end != NULL) {
            end = skip_space(end);
        }
    }
    bool good = end != NULL && *end == '\0' && !ferror(input);
    free(line);
    return good;
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
        fputs("usage: json-by-hand <records> < input\n", stderr);
        return 2;
    }
    struct tally tally = {0};
    int64_t start = now_ns();
    if (!read_lines(stdin, &tally)) {
        fputs("json-by-hand: a line is no JSON or cannot be read\n", stderr);
        return 1;
    }
    int64_t elapsed = now_ns() - start;
    uint64_t bits;
    memcpy(&bits, &tally.decimal, sizeof bits);
    printf("%zu\n%zu\n%zu\n", tally.objects, tally.arrays, tally.strings);
    printf("%zu\n%zu\n%zu\n", tally.numbers, tally.literals, tally.characters);
    printf("%" PRId64 "\n%" PRIu64 "\n%zu\n", tally.whole, bits, tally.depths);
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    return 0;
}
