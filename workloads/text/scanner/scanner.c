/* Scanner: the tokens of a program's source by kind, told apart by their first byte. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define BLOCK (64 * 1024)

static void *check(void *memory) {
    if (memory == NULL) {
        fputs("scanner: out of memory\n", stderr);
        exit(1);
    }
    return memory;
}

/* The whole of a stream, a NUL behind it. False when it cannot be read. */
static bool read_all(FILE *input, char **text, size_t *length) {
    size_t room = BLOCK;
    size_t read;
    *text = check(malloc(room));
    *length = 0;
    while ((read = fread(*text + *length, 1, room - *length - 1, input)) > 0) {
        *length += read;
        if (*length == room - 1) {
            room *= 2;
            *text = check(realloc(*text, room));
        }
    }
    (*text)[*length] = '\0';
    return !ferror(input);
}

enum kind { NAME, NUMBER, STRING, COMMENT, OPERATOR, PUNCTUATION, KEYWORD, KINDS };

struct tally {
    size_t counts[KINDS];
    uint64_t total; /* of the numbers */
};

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_word(const char *text, size_t length, const char *word) {
    return strlen(word) == length && memcmp(text, word, length) == 0;
}

static bool is_keyword(const char *text, size_t length) {
    return is_word(text, length, "else") || is_word(text, length, "if") ||
           is_word(text, length, "print") || is_word(text, length, "while");
}

/* Behind the closing quote of a string; NULL when there is no such quote. */
static const char *string_end(const char *text) {
    for (text++; *text != '"'; text++) {
        if (*text == '\\') {
            text++;
        }
        if (*text == '\0') {
            return NULL;
        }
    }
    return text + 1;
}

/* Counts the tokens of a text that ends with NUL, and gives the place where no token begins or a
 * string has no end: the end of the text, if all is well. */
static const char *scan(const char *text, struct tally *tally) {
    for (;;) {
        const char *begin = text;
        enum kind kind;
        if (*text == ' ' || (*text >= '\t' && *text <= '\r')) {
            text++;
            continue;
        }
        if (is_letter(*text)) {
            while (is_letter(*text) || is_digit(*text)) {
                text++;
            }
            kind = is_keyword(begin, (size_t)(text - begin)) ? KEYWORD : NAME;
        } else if (is_digit(*text)) {
            uint64_t value = 0;
            while (is_digit(*text)) {
                value = 10 * value + (uint64_t)(*text++ - '0');
            }
            tally->total += value;
            kind = NUMBER;
        } else {
            switch (*text) {
            case '"':
                text = string_end(text);
                if (text == NULL) {
                    return begin;
                }
                kind = STRING;
                break;
            case '/':
                if (text[1] != '/') {
                    text++;
                    kind = OPERATOR;
                    break;
                }
                text += strcspn(text, "\n");
                kind = COMMENT;
                break;
            case '=':
            case '!':
            case '<':
            case '>':
                text += text[1] == '=' ? 2 : 1;
                kind = OPERATOR;
                break;
            case '+':
            case '-':
            case '*':
                text++;
                kind = OPERATOR;
                break;
            case '(':
            case ')':
            case '{':
            case '}':
            case ';':
            case ',':
                text++;
                kind = PUNCTUATION;
                break;
            default:
                return text;
            }
        }
        tally->counts[kind]++;
    }
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
    long lines;
    if (argc != 2 || !parse(argv[1], &lines)) {
        fputs("usage: scanner <lines> < input\n", stderr);
        return 2;
    }
    char *text;
    size_t length;
    if (!read_all(stdin, &text, &length)) {
        perror("scanner");
        return 1;
    }
    struct tally tally = {{0}, 0};
    int64_t start = now_ns();
    const char *end = scan(text, &tally);
    int64_t elapsed = now_ns() - start;
    if (end != text + length) {
        fprintf(stderr, "scanner: no token begins or ends at %td\n", end - text);
        return 1;
    }
    for (int kind = 0; kind < KINDS; kind++) {
        printf("%zu\n", tally.counts[kind]);
    }
    printf("%" PRIu64 "\n", tally.total);
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    free(text);
    return 0;
}
