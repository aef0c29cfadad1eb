package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AssayProcess.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor on this machine, whatever state it is in. */
class DoctorIT {
    private static final int COLUMNS = 80;

    @TempDir
    private Path folder;

    /** What it says, wherever it breaks its lines. */
    private static String flat(Ended ended) {
        return ended.out().replaceAll("\\s+", " ");
    }

    @Test
    void itTellsOfEverythingAndItsExitCodeFollowsFromWhatItSays() throws IOException, InterruptedException {
        Ended ended = new AssayProcess(folder, AssayProcess.project()).run("doctor");
        assertThat(flat(ended))
                .as(ended.err())
                .containsSubsequence("Toolchains", "Machine", "Meter", "Noise now", "Verdict")
                .contains(" Rust ", " Python ", " C ", "memory by trace", "used by others", "processor ")
                .containsPattern("floor +a program that does nothing: [0-9.]+ (µs|ms), half")
                .contains("(50 runs)")
                .containsPattern("canary +(passed|failed): the same program against")
                .containsPattern("resolution +time ratios from [0-9]+\\.[0-9]+×")
                .containsPattern("Python's start +[0-9.]+ ms; without site packages");
        boolean grave = ended.out().contains("\nProblems\n");
        assertThat(ended.code()).as(ended.out()).isEqualTo(grave ? 1 : 0);
        assertThat(flat(ended).contains("Ready to measure.")).isEqualTo(!grave);
        assertThat(ended.out().lines())
                .allMatch(line -> line.length() <= COLUMNS || !line.strip().contains(" "));
        assertThat(folder.resolve("results")).as("nothing of it is kept").doesNotExist();
    }

    @Test
    void withoutAnyToolchainABuiltMeterStillMeasures() throws IOException, InterruptedException {
        FixtureHome home = new FixtureHome(folder.resolve("home")).python("a/b", "print(42)\n");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Ended ended = new AssayCall(folder, home.root())
                .environment("PATH", empty.toString())
                .environment("HOME", empty.toString())
                .environment("CARGO_HOME", "")
                .environment("CC", "")
                .run("doctor", "--quiet");
        assertThat(ended.code()).as(ended.out() + ended.err()).isEqualTo(4);
        assertThat(flat(ended))
                .contains("Rust missing. Rust (cargo and rustc")
                .contains("sudo apt install")
                // the first ones may be warm-ups
                .containsPattern("\\((4\\d|50) runs\\)")
                .contains("canary")
                .contains("something it needs is missing");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void anInterpreterIsNamedAsForARun() throws IOException, InterruptedException {
        FixtureHome home = new FixtureHome(folder.resolve("home")).python("a/b", "print(42)\n");
        Ended ended = new AssayCall(folder, home.root()).run("doctor", "--python=no-such-python");
        assertThat(ended.code()).isEqualTo(4);
        assertThat(flat(ended)).contains("no-such-python (from -Dpython)");
    }
}
