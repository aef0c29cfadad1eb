package dev.assay.input;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The input {@code integers}: lines of one whole number each, below 10^9. */
public final class IntegersGenerator implements InputGenerator {
    static final String NAME = "integers";

    private static final long NUMBERS = 1_000_000_000;

    private final InputRandom draws;

    /** Starts a file with the lower 32 bits of the seed. */
    public IntegersGenerator(long seed) {
        draws = new InputRandom(seed);
    }

    /** Writes that many numbers. */
    @Override
    public void write(long integers, OutputStream out) throws IOException {
        for (long i = 0; i < integers; i++) {
            long upper = draws.next();
            long number = (upper << 16 | draws.next()) % NUMBERS;
            out.write((number + "\n").getBytes(StandardCharsets.US_ASCII));
        }
    }
}
