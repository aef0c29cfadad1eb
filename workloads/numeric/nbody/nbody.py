"""N-body: the Sun and the four giant planets under their mutual gravity, advanced by the
symplectic Euler method."""

import struct
import sys
import time
from math import pi, sqrt

SOLAR_MASS = 4.0 * pi * pi
DAYS_PER_YEAR = 365.24
TIME_STEP = 0.01

# Position in AU, velocity in AU a day, mass in solar masses.
BODIES = (
    ((0.0, 0.0, 0.0), (0.0, 0.0, 0.0), 1.0),
    (
        (4.841431442464721, -1.1603200440274284, -0.10362204447112311),
        (0.001660076642744037, 0.007699011184197404, -6.90460016972063e-5),
        9.547919384243266e-4,
    ),
    (
        (8.34336671824458, 4.124798564124305, -0.4035234171143214),
        (-0.002767425107268624, 0.004998528012349172, 2.3041729757376393e-5),
        2.858859806661308e-4,
    ),
    (
        (12.894369562139131, -15.111151401698631, -0.22330757889265573),
        (0.002964601375647616, 0.0023784717395948095, -2.9658956854023756e-5),
        4.366244043351563e-5,
    ),
    (
        (15.379697114850917, -25.919314609987964, 0.17925877295037118),
        (0.0026806777249038932, 0.001628241700382423, -9.515922545197159e-5),
        5.1513890204661145e-5,
    ),
)


def solar_system():
    """The five bodies, the Sun moving so that the total momentum is zero."""
    bodies = [
        (list(position), [v * DAYS_PER_YEAR for v in daily], mass * SOLAR_MASS)
        for position, daily, mass in BODIES
    ]
    momentum = [0.0, 0.0, 0.0]
    for _, velocity, mass in bodies:
        momentum = [p + v * mass for p, v in zip(momentum, velocity)]
    bodies[0][1][:] = [-p / SOLAR_MASS for p in momentum]
    return bodies


def simulate(bodies, steps, dt):
    # Each body with those after it: every pair once. Holding one body of the pairs in local names
    # makes this faster than a loop over a list of pairs.
    table = [(*body, bodies[i + 1 :]) for i, body in enumerate(bodies)]
    for _ in range(steps):
        for position, velocity, mass, others in table:
            x, y, z = position
            vx, vy, vz = velocity
            for (x2, y2, z2), velocity2, mass2 in others:
                dx = x - x2
                dy = y - y2
                dz = z - z2
                square = dx * dx + dy * dy + dz * dz
                magnitude = dt / (square * sqrt(square))
                pull = mass2 * magnitude
                vx -= dx * pull
                vy -= dy * pull
                vz -= dz * pull
                pull = mass * magnitude
                velocity2[0] += dx * pull
                velocity2[1] += dy * pull
                velocity2[2] += dz * pull
            velocity[:] = vx, vy, vz
            # No later pair of this step has this body in it, so it can move now.
            position[:] = x + dt * vx, y + dt * vy, z + dt * vz


def digest(bodies):
    """Hash of the bits of every position and velocity."""
    result = 0
    for position, velocity, _ in bodies:
        for word in struct.unpack("<12I", struct.pack("<6d", *position, *velocity)):
            result = (31 * result + word) & 0xFFFFFFFF
    return result


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) < 1:
        print("usage: nbody <steps>", file=sys.stderr)
        return 2
    steps = int(sys.argv[1])
    bodies = solar_system()
    start = time.perf_counter_ns()
    simulate(bodies, steps, TIME_STEP)
    elapsed = time.perf_counter_ns() - start
    print(digest(bodies))
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
