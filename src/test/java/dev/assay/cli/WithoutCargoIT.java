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

/** Two commands are compared with what was built before; the toolchain that built it need not be there. */
class WithoutCargoIT {
    @TempDir
    private Path folder;

    private AssayProcess assay(Path home, boolean cargo) throws IOException {
        AssayProcess assay = new AssayProcess(folder, home);
        Path nothing = Files.createDirectories(folder.resolve("nothing"));
        return cargo ? assay : assay.environment("PATH", nothing.toString()).environment("HOME", nothing.toString());
    }

    private Ended compare(Path home, boolean cargo) throws IOException, InterruptedException {
        return assay(home, cargo)
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
    void whatWasBuiltServesAndWhatIsMissingIsSaid() throws IOException, InterruptedException {
        FixtureHome home = new FixtureHome(folder.resolve("home"));
        Path source = home.copyOf("numeric/nbody").resolve("nbody.rs");
        Ended built = assay(home.root(), true).run("run", "--profile=smoke", "--runtimes=rust", "--blocks=2");
        assertThat(built.code()).as(built.err()).isZero();

        Ended without = compare(home.root(), false);
        assertThat(without.code()).as(without.err()).isZero();
        assertThat(without.err()).doesNotContain("is not known");
        assertThat(canaries()).isEqualTo(2);

        Files.writeString(source, Files.readString(source) + "// another program\n");
        Ended changed = compare(home.root(), false);
        assertThat(changed.code()).as(changed.err()).isZero();
        assertThat(changed.err().replaceAll("\\s+", " "))
                .contains("The noise of the machine is unknown", "no cargo in", "Install Rust");
        assertThat(canaries()).isZero();

        assertThat(compare(home.root(), true).code()).isZero();
        assertThat(canaries()).isEqualTo(2);
    }

    @Test
    void withoutAMeterNoOptionIsAdvisedThatWouldNotHelp() throws IOException, InterruptedException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Path project = AssayProcess.project();
        Files.createDirectories(home.resolve("src/main"));
        Files.createSymbolicLink(home.resolve("src/main/rust"), project.resolve("src/main/rust"));
        Files.createSymbolicLink(home.resolve("workloads"), project.resolve("workloads"));
        Ended ended = compare(home, false);
        assertThat(ended.code()).as(ended.err()).isEqualTo(4);
        assertThat(ended.err())
                .contains("The meter must be built first", "no cargo in", "To get it:")
                .doesNotContain("-Druntimes");
    }
}
