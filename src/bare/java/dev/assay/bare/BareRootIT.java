package dev.assay.bare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The README's two commands, exactly as written, by an ordinary user of a bare Debian with exactly what the README names. It takes root. */
class BareRootIT {
    /** Not below target: a root holds a system, and may be kept for the next time. */
    private static final Path ROOTS = Path.of(System.getProperty("bare.roots"));

    @ParameterizedTest
    @ValueSource(strings = {"bookworm", "trixie", "sid"})
    void measuresEverything(String suite) throws IOException, InterruptedException {
        assertThat(said(suite, "mvn", "exec:java", "-Dsuite=all"))
                .contains("\nReport: /home/user/assay/results/")
                .doesNotContain("left out: rust:", "left out: python:numpy", "will not be tested: speed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bookworm", "trixie", "sid"})
    void verifies(String suite) throws IOException, InterruptedException {
        assertThat(said(suite, "mvn", "verify")).contains("BUILD SUCCESS");
    }

    private static String said(String suite, String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("bare-" + suite, ".log");
        List<String> all = new ArrayList<>(List.of(".ci/bare-root", suite, ROOTS.toString()));
        all.addAll(List.of(command));
        int code = new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(code).as(said).isZero();
        Files.delete(output);
        return said;
    }
}
