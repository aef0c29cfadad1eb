package dev.assay.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsGeneratorTest {
    private static final Path REFERENCE = Path.of("src/test/resources/inputs/words.py");

    private static byte[] generated(long words, long seed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new WordsGenerator(seed).write(words, out);
        return out.toByteArray();
    }

    private static byte[] reference(long words, long seed) throws IOException, InterruptedException {
        Process python = new ProcessBuilder("python3", REFERENCE.toString(), Long.toString(words), Long.toString(seed))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        byte[] output = python.getInputStream().readAllBytes();
        assertThat(python.waitFor()).as("exit code of " + REFERENCE).isZero();
        return output;
    }

    @ParameterizedTest
    @CsvSource({
        "0, 42",
        "1, 42",
        "4, 42",
        "5, 42",
        "12, 0",
        "13, 1",
        "1000, 7",
        "10007, 2147483648",
        "10007, 4294967295",
        "150000, 42"
    })
    void writesTheSameBytesAsTheReference(long words, long seed) throws IOException, InterruptedException {
        assertThat(generated(words, seed)).isEqualTo(reference(words, seed));
    }

    @Test
    void beginsWithTheLineOfTheDefinition() throws IOException {
        assertThat(new String(generated(7, 42), StandardCharsets.US_ASCII))
                .isEqualTo("di na ba di baweyoba gugu vahayo\n");
    }
}
