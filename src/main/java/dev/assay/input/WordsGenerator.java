package dev.assay.input;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The input {@code words}: lines of 5 to 12 made-up words. */
public final class WordsGenerator implements InputGenerator {
    static final String NAME = "words";

    private static final int SHORTEST_LINE = 5;

    private final InputRandom draws;

    /** Starts a file with the lower 32 bits of the seed. */
    public WordsGenerator(long seed) {
        draws = new InputRandom(seed);
    }

    /** Writes that many words; the last line has as many as are left. */
    @Override
    public void write(long words, OutputStream out) throws IOException {
        StringBuilder line = new StringBuilder();
        long left = words;
        while (left > 0) {
            line.setLength(0);
            int length = (int) Math.min(left, SHORTEST_LINE + draws.choice(8));
            for (int i = 0; i < length; i++) {
                line.append(i > 0 ? " " : "").append(WordList.word(draws));
            }
            out.write(line.append('\n').toString().getBytes(StandardCharsets.US_ASCII));
            left -= length;
        }
    }
}
