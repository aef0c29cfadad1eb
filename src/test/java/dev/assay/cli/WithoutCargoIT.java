package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AssayProcess.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two commands are compared by a meter that was built before; the toolchain that built it need not be there. */
class WithoutCargoIT {
    @TempDir
    private Path folder;

    private Ended compare(Path home) throws IOException, InterruptedException {
        Path nothing = Files.createDirectories(folder.resolve("nothing"));
        return new AssayCall(folder, home)
                .environment("PATH", nothing.toString())
                .environment("HOME", nothing.toString())
                .run("compare", "--baseline=/bin/true", "--contender=/bin/true", "--runs=2", "--color=never");
    }

    private int canaries() throws IOException {
        JsonNode header = JsonMapper.builder()
                .build()
                .readTree(Files.readAllLines(folder.resolve("results/latest/journal.jsonl"))
                        .get(0));
        return header.path("canary").size();
    }

    @Test
    void theMeterAndItsCanaryServe() throws IOException, InterruptedException {
        FixtureHome home = new FixtureHome(folder.resolve("home"));

        Ended without = compare(home.root());
        assertThat(without.code()).as(without.err()).isZero();
        assertThat(canaries()).isEqualTo(2);
        assertThat(without.err()).doesNotContain("building");
    }

    @Test
    void withoutAMeterNoOptionIsAdvisedThatWouldNotHelp() throws IOException, InterruptedException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Path project = AssayProcess.project();
        Files.createDirectories(home.resolve("src/main"));
        Files.createSymbolicLink(home.resolve("src/main/rust"), project.resolve("src/main/rust"));
        Files.createSymbolicLink(home.resolve("workloads"), project.resolve("workloads"));
        Ended ended = compare(home);
        assertThat(ended.code()).as(ended.err()).isEqualTo(4);
        assertThat(ended.err())
                .contains("The meter must be built first", "no cargo in", "To get it:")
                .doesNotContain("-Druntimes");
    }
}
