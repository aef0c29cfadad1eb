/* Sorting integers: read as text from the standard input and sorted. */
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
#define SHORT 20

static void *check(void *memory) {
    if (memory == NULL) {
        fputs("sort-integers: out of memory\n", stderr);
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

static bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* The numbers of a text, between which there is white space; NULL when there is anything else. */
static uint32_t *numbers_of(const char *text, const char *end, size_t *count) {
    size_t room = 1024;
    uint32_t *numbers = check(malloc(room * sizeof(uint32_t)));
    *count = 0;
    while (text < end) {
        if (is_space(*text)) {
            text++;
            continue;
        }
        if (!is_digit(*text)) {
            free(numbers);
            return NULL;
        }
        uint32_t number = 0;
        while (is_digit(*text)) {
            number = 10 * number + (uint32_t)(*text++ - '0');
        }
        if (*count == room) {
            room *= 2;
            numbers = check(realloc(numbers, room * sizeof(uint32_t)));
        }
        numbers[(*count)++] = number;
    }
    return numbers;
}

static void insertion_sort(uint32_t *numbers, size_t count) {
    for (size_t i = 1; i < count; i++) {
        uint32_t value = numbers[i];
        size_t hole = i;
        for (; hole > 0 && numbers[hole - 1] > value; hole--) {
            numbers[hole] = numbers[hole - 1];
        }
        numbers[hole] = value;
    }
}

static void sift_down(uint32_t *heap, size_t root, size_t count) {
    uint32_t value = heap[root];
    for (size_t child = 2 * root + 1; child < count; child = 2 * root + 1) {
        if (child + 1 < count && heap[child] < heap[child + 1]) {
            child++;
        }
        if (value >= heap[child]) {
            break;
        }
        heap[root] = heap[child];
        root = child;
    }
    heap[root] = value;
}

static void heap_sort(uint32_t *numbers, size_t count) {
    for (size_t i = count / 2; i-- > 0;) {
        sift_down(numbers, i, count);
    }
    for (size_t last = count; last-- > 1;) {
        uint32_t value = numbers[last];
        numbers[last] = numbers[0];
        numbers[0] = value;
        sift_down(numbers, 0, last);
    }
}

static inline uint32_t median(uint32_t a, uint32_t b, uint32_t c) {
    uint32_t low = a < b ? a : b;
    uint32_t high = a < b ? b : a;
    return c < low ? low : c > high ? high : c;
}

/* Of many numbers the median of three medians. */
static uint32_t pivot_of(const uint32_t *numbers, size_t count) {
    size_t step = count / 8;
    const uint32_t *v = numbers;
    uint32_t middle = median(v[3 * step], v[4 * step], v[5 * step]);
    if (count < 128) {
        return median(v[0], middle, v[count - 1]);
    }
    return median(median(v[0], v[step], v[2 * step]), middle,
                  median(v[6 * step], v[7 * step], v[count - 1]));
}

/* Moves the numbers that belong before the pivot to the front, and says how many they are: those
 * below it, or with `equal` also those equal to it. Every value is swapped, and only the border
 * depends on the comparison: no branch that the processor could guess wrong. */
static inline size_t partition(uint32_t *numbers, size_t count, uint32_t pivot, bool equal) {
    size_t border = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t value = numbers[i];
        numbers[i] = numbers[border];
        numbers[border] = value;
        border += equal ? value <= pivot : value < pivot;
    }
    return border;
}

/* Quicksort, with heapsort for what `depth` splits have not made short. */
static void sort(uint32_t *numbers, size_t count, int depth) {
    while (count > SHORT) {
        if (depth-- == 0) {
            heap_sort(numbers, count);
            return;
        }
        uint32_t pivot = pivot_of(numbers, count);
        size_t below = partition(numbers, count, pivot, false);
        if (below == 0) {
            /* The pivot is the least value: all that equal it are in place. */
            below = partition(numbers, count, pivot, true);
        } else {
            sort(numbers, below, depth);
        }
        numbers += below;
        count -= below;
    }
    insertion_sort(numbers, count);
}

static int twice_log2(size_t count) {
    int depth = 0;
    for (; count > 1; count /= 2) {
        depth += 2;
    }
    return depth;
}

static uint32_t digest(const uint32_t *numbers, size_t count) {
    uint32_t hash = 0;
    for (size_t i = 0; i < count; i++) {
        hash = 31 * hash + numbers[i];
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
    long integers;
    if (argc != 2 || !parse(argv[1], &integers)) {
        fputs("usage: sort-integers <integers> < input\n", stderr);
        return 2;
    }
    int64_t start = now_ns();
    char *text;
    size_t length;
    if (!read_all(stdin, &text, &length)) {
        perror("sort-integers");
        return 1;
    }
    size_t count;
    uint32_t *numbers = numbers_of(text, text + length, &count);
    free(text);
    if (numbers == NULL) {
        fputs("sort-integers: the input is not whole numbers\n", stderr);
        return 1;
    }
    sort(numbers, count, twice_log2(count));
    int64_t elapsed = now_ns() - start;
    printf("%zu\n%" PRIu32 "\n", count, digest(numbers, count));
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    free(numbers);
    return 0;
}
