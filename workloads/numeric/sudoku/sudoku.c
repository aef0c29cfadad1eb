/* Sudoku: puzzles solved by depth-first search, always at the cell with the fewest digits left. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define PUZZLES 12
#define ALL 0x1ff

/* Each has exactly one solution. */
static const char *const puzzles[PUZZLES] = {
    "....4...7..15.......6....2.7......62314.5.......9.....5......192...9..7...32..5..",
    ".1.6.....4...39.2..6.72.91..3.....65............2.719.......2....7..4.....9.1.3..",
    "7..8......8..2.653.4.....989......8....6.3...67.....3.2...9.....6..81......75..6.",
    ".47.9..3.8..2.4..1....536...79..8.......3.9...82....4..18..2.6.7..1.......6......",
    "....4..3..25....4..6..32..8........2814...9....7..6...1.3.276...4.9..........1.7.",
    "..1.6.2..7....98.6.3.2..7..28.5.........7...8.76...........5..949..2..7.8....64..",
    "..9...6..8...5.1...25..9...2.....95.3.7....8..1........6..3..2.9..28...7.....64..",
    "6...2.1...1..36....3...7..87.6...89..4.....1.3....4.65..2..39.74....2......79....",
    "...6.2....465..1....5.73...3.4.....1..7.69..........3...1.8..674.82..5...5.......",
    ".7.892.35...........9.6..1.......32............5.39.......1...729.6...51.46..52..",
    "4..1.....71..8.....2...7..5..4.3..62..7..1......6..34...............57.8.82.....6",
    ".......91..9..28.7...1.3........4...74.81..2.1326......2.....853...45.....7......",
};

/* How many digits are left when these are taken. */
static uint8_t left[ALL + 1];

struct cell {
    uint8_t row, column, box, place;
};

struct search {
    uint16_t used[27]; /* the digits, as bits, in each row, then each column, then each box */
    uint16_t grid[81];
    uint64_t nodes;
    uint16_t (*solutions)[81]; /* where the next one goes */
};

static inline void toggle(struct search *search, struct cell cell, uint16_t digit) {
    search->used[cell.row] ^= digit;
    search->used[cell.column] ^= digit;
    search->used[cell.box] ^= digit;
}

static inline void swap(struct cell *a, struct cell *b) {
    struct cell cell = *a;
    *a = *b;
    *b = cell;
}

/* Looks through the whole tree below one node. */
static void go_through(struct search *search, struct cell *cells, size_t count) {
    search->nodes++;
    if (count == 0) {
        memcpy(*search->solutions++, search->grid, sizeof search->grid);
        return;
    }
    uint8_t fewest = 10;
    size_t chosen = 0;
    uint16_t free_digits = 0;
    for (size_t i = 0; i < count; i++) {
        uint16_t taken = search->used[cells[i].row] | search->used[cells[i].column] |
                         search->used[cells[i].box];
        if (left[taken] < fewest) {
            fewest = left[taken];
            chosen = i;
            free_digits = ALL & ~taken;
            if (fewest < 2) {
                break;
            }
        }
    }
    if (fewest == 0) {
        return;
    }
    size_t last = count - 1;
    swap(&cells[chosen], &cells[last]);
    struct cell cell = cells[last];
    while (free_digits != 0) {
        uint16_t digit = free_digits & -free_digits;
        free_digits ^= digit;
        toggle(search, cell, digit);
        search->grid[cell.place] = digit;
        go_through(search, cells, last);
        toggle(search, cell, digit);
    }
    swap(&cells[chosen], &cells[last]);
}

/* The nodes of the puzzle's tree. */
static uint64_t solve(const char *puzzle, uint16_t (*solution)[81]) {
    struct search search = {.solutions = solution};
    struct cell cells[81];
    size_t count = 0;
    for (uint8_t place = 0; place < 81; place++) {
        uint8_t row = place / 9, column = place % 9;
        struct cell cell = {row, 9 + column, 18 + row / 3 * 3 + column / 3, place};
        if (puzzle[place] == '.') {
            cells[count++] = cell;
        } else {
            search.grid[place] = 1 << (puzzle[place] - '1');
            toggle(&search, cell, search.grid[place]);
        }
    }
    go_through(&search, cells, count);
    return search.nodes;
}

static uint32_t digest(uint16_t (*solutions)[81], size_t count) {
    uint32_t hash = 0;
    for (size_t i = 0; i < count; i++) {
        for (size_t place = 0; place < 81; place++) {
            uint32_t digit = 1;
            while (solutions[i][place] >> digit != 0) {
                digit++;
            }
            hash = 31 * hash + digit;
        }
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
    long size;
    if (argc != 2 || !parse(argv[1], &size)) {
        fputs("usage: sudoku <puzzles>\n", stderr);
        return 2;
    }
    size_t count = (size_t)size;
    for (int taken = 0; taken <= ALL; taken++) {
        for (int digit = 0; digit < 9; digit++) {
            left[taken] += (taken >> digit & 1) == 0;
        }
    }
    int64_t start = now_ns();
    uint16_t(*solutions)[81] = malloc(count * sizeof *solutions);
    if (solutions == NULL) {
        fputs("sudoku: out of memory\n", stderr);
        return 1;
    }
    uint64_t nodes = 0;
    for (size_t i = 0; i < count; i++) {
        nodes += solve(puzzles[i % PUZZLES], &solutions[i]);
    }
    int64_t elapsed = now_ns() - start;
    printf("%" PRIu64 "\n%" PRIu32 "\n", nodes, digest(solutions, count));
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    free(solutions);
    return 0;
}
