/* N-body: the Sun and the four giant planets under their mutual gravity, advanced by the
 * symplectic Euler method. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define BODIES 5
#define PAIRS (BODIES * (BODIES - 1) / 2)
#define PI 3.141592653589793
#define SOLAR_MASS (4.0 * PI * PI)
#define DAYS_PER_YEAR 365.24
#define TIME_STEP 0.01

struct body {
    double position[3];
    double velocity[3];
    double mass;
};

/* Position in AU, velocity in AU a day, mass in solar masses. */
static const struct body solar_system[BODIES] = {
    {{0.0, 0.0, 0.0}, {0.0, 0.0, 0.0}, 1.0},
    {{4.841431442464721, -1.1603200440274284, -0.10362204447112311},
     {0.001660076642744037, 0.007699011184197404, -6.90460016972063e-5},
     9.547919384243266e-4},
    {{8.34336671824458, 4.124798564124305, -0.4035234171143214},
     {-0.002767425107268624, 0.004998528012349172, 2.3041729757376393e-5},
     2.858859806661308e-4},
    {{12.894369562139131, -15.111151401698631, -0.22330757889265573},
     {0.002964601375647616, 0.0023784717395948095, -2.9658956854023756e-5},
     4.366244043351563e-5},
    {{15.379697114850917, -25.919314609987964, 0.17925877295037118},
     {0.0026806777249038932, 0.001628241700382423, -9.515922545197159e-5},
     5.1513890204661145e-5},
};

/* Converts to years and to masses of 4 pi^2, the Sun moving so that the total momentum is zero. */
static void prepare(struct body bodies[BODIES]) {
    double momentum[3] = {0.0, 0.0, 0.0};
    for (int i = 0; i < BODIES; i++) {
        bodies[i].mass *= SOLAR_MASS;
        for (int k = 0; k < 3; k++) {
            bodies[i].velocity[k] *= DAYS_PER_YEAR;
            momentum[k] += bodies[i].velocity[k] * bodies[i].mass;
        }
    }
    for (int k = 0; k < 3; k++) {
        bodies[0].velocity[k] = -momentum[k] / SOLAR_MASS;
    }
}

/* Changes both velocities of every pair. Roots and divisions are the dearest part of a step; with the
 * differences of all pairs in arrays the compiler can take two pairs at a time. */
static void pull(struct body bodies[BODIES]) {
    double dx[PAIRS], dy[PAIRS], dz[PAIRS], magnitudes[PAIRS];
    int pair = 0;
    for (int i = 0; i < BODIES; i++) {
        for (int j = i + 1; j < BODIES; j++, pair++) {
            dx[pair] = bodies[i].position[0] - bodies[j].position[0];
            dy[pair] = bodies[i].position[1] - bodies[j].position[1];
            dz[pair] = bodies[i].position[2] - bodies[j].position[2];
        }
    }
    for (pair = 0; pair < PAIRS; pair++) {
        double square = dx[pair] * dx[pair] + dy[pair] * dy[pair] + dz[pair] * dz[pair];
        magnitudes[pair] = TIME_STEP / (square * sqrt(square));
    }
    pair = 0;
    for (int i = 0; i < BODIES; i++) {
        double mass = bodies[i].mass;
        double x = bodies[i].velocity[0], y = bodies[i].velocity[1], z = bodies[i].velocity[2];
        for (int j = i + 1; j < BODIES; j++, pair++) {
            double to_this = bodies[j].mass * magnitudes[pair];
            double to_other = mass * magnitudes[pair];
            x -= dx[pair] * to_this;
            y -= dy[pair] * to_this;
            z -= dz[pair] * to_this;
            bodies[j].velocity[0] += dx[pair] * to_other;
            bodies[j].velocity[1] += dy[pair] * to_other;
            bodies[j].velocity[2] += dz[pair] * to_other;
        }
        bodies[i].velocity[0] = x;
        bodies[i].velocity[1] = y;
        bodies[i].velocity[2] = z;
    }
}

static void simulate(struct body bodies[BODIES], uint64_t steps) {
    for (uint64_t step = 0; step < steps; step++) {
        pull(bodies);
        for (int i = 0; i < BODIES; i++) {
            for (int k = 0; k < 3; k++) {
                bodies[i].position[k] += TIME_STEP * bodies[i].velocity[k];
            }
        }
    }
}

/* Hash of the bits of every position and velocity. */
static uint32_t digest(const struct body bodies[BODIES]) {
    uint32_t hash = 0;
    for (int i = 0; i < BODIES; i++) {
        double values[6];
        memcpy(values, bodies[i].position, sizeof bodies[i].position);
        memcpy(values + 3, bodies[i].velocity, sizeof bodies[i].velocity);
        for (int k = 0; k < 6; k++) {
            uint64_t bits;
            memcpy(&bits, &values[k], sizeof bits);
            hash = 31 * hash + (uint32_t)bits;
            hash = 31 * hash + (uint32_t)(bits >> 32);
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
    long steps;
    if (argc != 2 || !parse(argv[1], &steps)) {
        fputs("usage: nbody <steps>\n", stderr);
        return 2;
    }
    struct body bodies[BODIES];
    memcpy(bodies, solar_system, sizeof bodies);
    prepare(bodies);
    int64_t start = now_ns();
    simulate(bodies, (uint64_t)steps);
    int64_t elapsed = now_ns() - start;
    printf("%" PRIu32 "\n", digest(bodies));
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    return 0;
}
