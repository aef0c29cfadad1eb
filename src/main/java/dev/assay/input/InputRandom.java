package dev.assay.input;

/** The number sequence that every input is drawn from: the upper halves of a linear congruential generator's states. */
final class InputRandom {
    /** All arithmetic is modulo 2^32, which is what an int does. */
    private int state;

    /** Starts with the lower 32 bits of the seed. */
    InputRandom(long seed) {
        state = (int) seed;
    }

    /** The next number, 0 to 65535. */
    int next() {
        state = 1_664_525 * state + 1_013_904_223;
        return state >>> 16;
    }

    /** One of that many equally likely choices, from 0; the number of choices is a power of two. */
    int choice(int choices) {
        return (next() * choices) >>> 16;
    }
}
