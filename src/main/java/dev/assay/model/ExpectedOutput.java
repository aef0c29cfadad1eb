package dev.assay.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a program must write to its standard output, byte for byte.
 *
 * @param value the text itself, or {@code sha256:} and 64 hexadecimal digits
 */
public record ExpectedOutput(String value) {
    private static final String HASH = "sha256:";

    public ExpectedOutput {
        if (value.startsWith(HASH) && !value.substring(HASH.length()).matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "'sha256:' must be followed by 64 lower-case hexadecimal digits: " + value);
        }
    }

    /** Whether the bytes are the expected ones. */
    public boolean matches(byte[] output) {
        return value.startsWith(HASH)
                ? value.substring(HASH.length()).equals(Sha256.of(output))
                : Arrays.equals(value.getBytes(StandardCharsets.UTF_8), output);
    }

    @Override
    public String toString() {
        return value;
    }
}
