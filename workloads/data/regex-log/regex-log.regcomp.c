/* Regular expressions: the lines of an access log searched by those of POSIX, regcomp and regexec. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <regex.h>
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

#define GROUPS 8

struct patterns {
    regex_t line;
    regex_t id;
    regex_t bot;
};

static bool compile(struct patterns *patterns) {
    static const char line[] =
        "^([0-9.]+) [^ ]+ [^ ]+ \\[([^]]+)\\] \"([A-Z]+) ([^ \"]+) HTTP/[0-9.]+\" "
        "([0-9]{3}) ([0-9]+|-) \"[^\"]*\" \"([^\"]*)\"$";
    return regcomp(&patterns->line, line, REG_EXTENDED) == 0 &&
           regcomp(&patterns->id, "[?&]id=([0-9]+)", REG_EXTENDED) == 0 &&
           regcomp(&patterns->bot, "[a-z]+-bot/[0-9]+", REG_EXTENDED | REG_NOSUB) == 0;
}

/* Where a group begins. It is ended with NUL: what comes behind it is needed no more. */
static char *cut(char *line, regmatch_t group) {
    line[group.rm_eo] = '\0';
    return line + group.rm_so;
}

/* Adds a request; false when the line is none. */
static bool add(struct counts *counts, const struct patterns *patterns, char *line) {
    regmatch_t groups[GROUPS];
    regmatch_t number[2];
    if (regexec(&patterns->line, line, GROUPS, groups, 0) != 0) {
        return false;
    }
    const char *method = cut(line, groups[3]);
    const char *path = cut(line, groups[4]);
    const char *status = cut(line, groups[5]);
    const char *size = cut(line, groups[6]);
    const char *agent = cut(line, groups[7]);
    counts->requests++;
    if (strcmp(status, "200") == 0 && strcmp(method, "GET") == 0) {
        counts->bytes += strtoull(size, NULL, 10);
    } else if (status[0] >= '5') {
        counts->failures++;
    }
    if (regexec(&patterns->id, path, 2, number, 0) == 0) {
        counts->ids += strtoull(path + number[1].rm_so, NULL, 10);
    }
    counts->bots += regexec(&patterns->bot, agent, 0, NULL, 0) == 0;
    return true;
}

/* False when a line is no request, or the input cannot be read. */
static bool search(struct counts *counts, FILE *input) {
    struct patterns patterns = {0};
    char *line = NULL;
    size_t room = 0;
    bool good = compile(&patterns);
    ssize_t length;
    while (good && (length = getline(&line, &room, input)) > 0) {
        if (line[length - 1] == '\n') {
            line[length - 1] = '\0';
        }
        good = add(counts, &patterns, line);
    }
    free(line);
    regfree(&patterns.line);
    regfree(&patterns.id);
    regfree(&patterns.bot);
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
