/* Regular expressions: the lines of an access log searched by functions written for these patterns. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct counts {
    uint64_t requests;
    uint64_t bytes;    /* of successful GETs */
    uint64_t failures; /* of the server */
    uint64_t ids;      /* the sum of those in paths */
    uint64_t bots;     /* requests of them */
};

struct text {
    const char *begin;
    size_t length;
};

struct request {
    struct text method;
    struct text path;
    struct text status;
    struct text size; /* empty for a dash */
    struct text agent;
};

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_digit_or_dot(char c) {
    return is_digit(c) || c == '.';
}

static bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

/* The functions below take something from the front of a text that ends with NUL; false when
 * something else is there. */

static bool expect(const char **rest, const char *text) {
    size_t length = strlen(text);
    if (strncmp(*rest, text, length) != 0) {
        return false;
    }
    *rest += length;
    return true;
}

/* At least one of these characters. */
static inline bool some(const char **rest, bool (*wanted)(char), struct text *taken) {
    taken->begin = *rest;
    while (wanted(**rest)) {
        ++*rest;
    }
    taken->length = (size_t)(*rest - taken->begin);
    return taken->length > 0;
}

/* What stands before one of two characters; true if it is at least one character. */
static bool until(const char **rest, char end, char other_end, struct text *taken) {
    const char *c = *rest;
    while (*c != end && *c != other_end && *c != '\0') {
        c++;
    }
    *taken = (struct text){*rest, (size_t)(c - *rest)};
    *rest = c;
    return taken->length > 0;
}

static bool read_size(const char **rest, struct text *size) {
    *size = (struct text){*rest, 0};
    return expect(rest, "-") || some(rest, is_digit, size);
}

static bool read_request(const char *line, struct request *request) {
    const char **rest = &line;
    struct text skipped;
    if (!some(rest, is_digit_or_dot, &skipped) || !expect(rest, " ") ||
        !until(rest, ' ', ' ', &skipped) || !expect(rest, " ") ||
        !until(rest, ' ', ' ', &skipped) || !expect(rest, " [") ||
        !until(rest, ']', ']', &skipped) || !expect(rest, "] \"") ||
        !some(rest, is_upper, &request->method) || !expect(rest, " ") ||
        !until(rest, ' ', '"', &request->path) || !expect(rest, " HTTP/") ||
        !some(rest, is_digit_or_dot, &skipped) || !expect(rest, "\" ") ||
        !some(rest, is_digit, &request->status) || request->status.length != 3 ||
        !expect(rest, " ") || !read_size(rest, &request->size) || !expect(rest, " \"")) {
        return false;
    }
    until(rest, '"', '"', &skipped);
    if (!expect(rest, "\" \"")) {
        return false;
    }
    until(rest, '"', '"', &request->agent);
    return expect(rest, "\"") && **rest == '\0';
}

static bool is(struct text text, const char *word) {
    return text.length == strlen(word) && memcmp(text.begin, word, text.length) == 0;
}

/* The number behind ?id= or &id=; 0 when there is none. */
static uint64_t id(struct text path) {
    for (size_t i = 0; i + 4 < path.length; i++) {
        const char *c = path.begin + i;
        if ((*c == '?' || *c == '&') && memcmp(c + 1, "id=", 3) == 0 && is_digit(c[4])) {
            return strtoull(c + 4, NULL, 10);
        }
    }
    return 0;
}

/* Whether there is a name with -bot/ and a digit behind it. */
static bool is_bot(struct text agent) {
    for (size_t i = 0; i + 6 < agent.length; i++) {
        const char *c = agent.begin + i;
        if (*c >= 'a' && *c <= 'z' && memcmp(c + 1, "-bot/", 5) == 0 && is_digit(c[6])) {
            return true;
        }
    }
    return false;
}

static void add(struct counts *counts, const struct request *request) {
    counts->requests++;
    if (is(request->status, "200") && is(request->method, "GET")) {
        counts->bytes += strtoull(request->size.begin, NULL, 10);
    } else if (request->status.begin[0] >= '5') {
        counts->failures++;
    }
    counts->ids += id(request->path);
    counts->bots += is_bot(request->agent);
}

/* False when a line is no request, or the input cannot be read. */
static bool search(struct counts *counts, FILE *input) {
    char *line = NULL;
    size_t room = 0;
    bool good = true;
    ssize_t length;
    while (good && (length = getline(&line, &room, input)) > 0) {
        struct request request;
        if (line[length - 1] == '\n') {
            line[length - 1] = '\0';
        }
        good = read_request(line, &request);
        if (good) {
            add(counts, &request);
        }
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
    long lines;
    if (argc != 2 || !parse(argv[1], &lines)) {
        fputs("usage: regex-log <lines> < input\n", stderr);
        return 2;
    }
    struct counts counts = {0};
    int64_t start = now_ns();
    if (!search(&counts, stdin)) {
        fputs("regex-log: a line is not a request or cannot be read\n", stderr);
        return 1;
    }
    int64_t elapsed = now_ns() - start;
    printf("%" PRIu64 "\n%" PRIu64 "\n", counts.requests, counts.bytes);
    printf("%" PRIu64 "\n%" PRIu64 "\n", counts.failures, counts.ids);
    printf("%" PRIu64 "\n", counts.bots);
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    return 0;
}
