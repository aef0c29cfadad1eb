package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole run that a Java program starts, on a class path without the library that reads command lines. */
class RunFromJavaIT {
    @TempDir
    private Path folder;

    @Test
    void aWholeRunNeedsNoCommandLine() throws IOException, InterruptedException {
        FixtureHome home = new FixtureHome(folder.resolve("home")).python("one/answer", "print(42)\n");
        Path results = folder.resolve("results");

        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                withoutPicocli(),
                "dev.assay.app.JavaCaller",
                home.root().toString(),
                results.toString()));
        command.addAll(List.of("profile=smoke", "runtimes=python", "seed=7", "blocks=2"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("failed: false, trials: 1");
        JsonNode run =
                JsonMapper.shared().readTree(results.resolve("latest/run.json").toFile());
        assertThat(run.path("options").path("seed").asString()).isEqualTo("7");
        assertThat(run.path("options").path("blocks").asString()).isEqualTo("2");
        assertThat(results.resolve("latest/report.html")).isNotEmptyFile();
    }

    private static String withoutPicocli() {
        List<String> whole = Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator));
        List<String> parts =
                whole.stream().filter(part -> !part.contains("picocli")).toList();
        assertThat(parts).hasSizeLessThan(whole.size());
        return parts.stream().collect(Collectors.joining(File.pathSeparator));
    }
}
