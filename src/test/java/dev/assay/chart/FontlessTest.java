package dev.assay.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fixture.SampleRuns;
import dev.assay.model.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a machine whose font configuration names no font, in a process of its own, for the JDK looks for fonts only once. */
class FontlessTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** Draws the first figure and prints the hash of the file. */
    public static final class Draw {
        private Draw() {}

        /** Takes no arguments. */
        public static void main(String[] args) {
            System.out.print(Sha256.hash(picture()));
        }
    }

    @Test
    void figuresAreTheSameWithoutFonts() throws IOException, InterruptedException {
        Path empty = folder.resolve("fonts.conf");
        Files.writeString(empty, "<?xml version=\"1.0\"?><fontconfig></fontconfig>");
        Path output = folder.resolve("output");
        ProcessBuilder java = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Draw.class.getName()));
        java.environment().put("FONTCONFIG_FILE", empty.toString());
        java.redirectErrorStream(true).redirectOutput(output.toFile());
        int code = java.start().waitFor();
        assertThat(Files.readString(output, StandardCharsets.UTF_8)).isEqualTo(Sha256.hash(picture()));
        assertThat(code).isZero();
    }

    private static byte[] picture() {
        return ChartFiles.png(
                RunCharts.of(SampleRuns.full()).of(RatioCharts.OVERVIEW).get(0));
    }
}
