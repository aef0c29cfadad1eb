package dev.assay.model.catalog;

import dev.assay.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

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

    /** The hash that stands for the text; null where the text itself is there. */
    public @Nullable String sha256() {
        return value.startsWith(HASH) ? value.substring(HASH.length()) : null;
    }

    /** Whether the bytes are the expected ones, however many they are. */
    public boolean matches(InputStream output) throws IOException {
        String hash = sha256();
        if (hash != null) {
            return hash.equals(Sha256.hash(output));
        }
        byte[] wanted = value.getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(wanted, output.readNBytes(wanted.length + 1));
    }

    @Override
    public String toString() {
        return value;
    }
}
