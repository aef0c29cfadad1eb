package dev.assay.toolchain;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The input {@code words}: lines of made-up words, some far more frequent than others, as in real text. {@code workloads/README.md} defines
 * it to the letter.
 *
 * <p>A word's rank is written in the bijective base 20 with a syllable for each digit. A line has 5 to 12 words. For each word one number
 * draws a level, and a second one a rank among the 2^level ranks of that level; so low ranks are frequent.
 */
final class WordsGenerator {
    static final String NAME = "words";

    private static final int LEVELS = 14;
    private static final int SHORTEST_LINE = 5;
    private static final String[] SYLLABLES = {
        "ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va", "we", "xi",
        "yo", "zu"
    };
    private static final byte[][] VOCABULARY = vocabulary();

    /** The state of the linear congruential generator; all arithmetic is modulo 2^32, which is what an int does. */
    private int state;

    /** Starts a file with the lower 32 bits of the seed. */
    WordsGenerator(long seed) {
        state = (int) seed;
    }

    /** Writes so many words; the last line has as many as are left. */
    void write(long words, OutputStream out) throws IOException {
        long left = words;
        while (left > 0) {
            int length = (int) Math.min(left, SHORTEST_LINE + (draw() >>> 13));
            for (int i = 0; i < length; i++) {
                if (i > 0) {
                    out.write(' ');
                }
                int level = (draw() * LEVELS) >>> 16;
                out.write(VOCABULARY[(1 << level) + (draw() >>> (16 - level))]);
            }
            out.write('\n');
            left -= length;
        }
    }

    /** The next number, 0 to 65535: the upper half of the state. */
    private int draw() {
        state = 1_664_525 * state + 1_013_904_223;
        return state >>> 16;
    }

    private static byte[][] vocabulary() {
        byte[][] words = new byte[1 << LEVELS][];
        for (int rank = 0; rank < words.length; rank++) {
            words[rank] = spell(rank).getBytes(StandardCharsets.US_ASCII);
        }
        return words;
    }

    private static String spell(int rank) {
        StringBuilder word = new StringBuilder();
        for (int left = rank; left > 0; left = (left - 1) / SYLLABLES.length) {
            word.insert(0, SYLLABLES[(left - 1) % SYLLABLES.length]);
        }
        return word.toString();
    }
}
