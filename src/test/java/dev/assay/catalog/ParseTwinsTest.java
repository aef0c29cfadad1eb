package dev.assay.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The claim about the cost of failures divides times of programs that must differ in nothing but how many texts fail. */
class ParseTwinsTest {
    private static final Path ERRORS = Path.of("workloads/errors");

    private static String program(String name, String extension) throws IOException {
        return Files.readString(ERRORS.resolve(name).resolve(name + "." + extension));
    }

    @ParameterizedTest
    @CsvSource({
        "parse-few, one text in a hundred, 10, rs",
        "parse-few, one text in a hundred, 10, py",
        "parse-few, one text in a hundred, 10, c",
        "parse-half, every second text, 500, rs",
        "parse-half, every second text, 500, py",
        "parse-half, every second text, 500, c"
    })
    void differInTheNumberOfFailingTextsAlone(String name, String which, String failing, String extension)
            throws IOException {
        String twin = program("parse-none", extension);
        assertThat(twin).containsPattern("FAILING(: usize)?( =)? 0");

        assertThat(program(name, extension))
                .isEqualTo(twin.replace("parse-none", name)
                        .replace("no text", which)
                        .replaceFirst("(FAILING(?:: usize)?(?: =)?) 0", "$1 " + failing));
    }
}
