package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AssayProcess.Ended;
import dev.assay.model.run.Recording;
import dev.assay.model.run.Sample;
import dev.assay.model.run.StopReason;
import dev.assay.store.JournalReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run of real programs that ends after each session. The time limit only ends a test that hangs. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class SessionsIT {
    private static final String PROGRAM = """
            #include <stdio.h>
            int main(void) { for (volatile long i = 0; i < %d; i++) {} puts("42"); return 0; }
            """;
    private static final int WARMUPS = 1;
    private static final int BLOCKS = 8;

    @TempDir
    private Path folder;

    @Test
    void theNextSessionIsMeasuredWhenTheRunIsResumed() throws IOException, InterruptedException {
        Path home = new FixtureHome(folder.resolve("home"))
                .pairInC("some/pair", PROGRAM.formatted(100_000), PROGRAM.formatted(300_000))
                .root();
        AssayCall assay = new AssayCall(folder, home);
        Ended first = assay.run(
                "--runtimes=c",
                "--variants=all",
                "--blocks=" + 2 * BLOCKS,
                "--sessions=2",
                "--session-pause=resume",
                "--color=never");
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.err())
                .contains("16 blocks, in 2 sessions (fixed), after 1 warm-up", "Session 1 of 2.")
                .contains(": session 1 of 2 is done.")
                .doesNotContain("Session 2 of 2.");
        Path journal = Running.onlyJournal(folder.resolve("results"));
        assertThat(blocks(journal)).hasSize(WARMUPS + BLOCKS);
        Path run = Running.runOf(journal);
        assertThat(first.out()).contains("To resume:  -Dresume=" + run);
        assertThat(Files.readString(run.resolve("summary.md"))).contains("session 1 of 2 is done");

        Ended second = assay.run("--resume=" + run, "--color=never");
        assertThat(second.code()).as(second.err()).isZero();
        assertThat(second.err())
                .contains("Session 2 of 2.")
                .doesNotContain("Session 1 of 2.", "interrupted and resumed");
        Recording recording = JournalReader.read(journal);
        assertThat(recording.partial()).isFalse();
        assertThat(blocks(journal)).hasSize(2 * (WARMUPS + BLOCKS));
        assertThat(recording.samples().stream().filter(Sample::warmup).map(Sample::block))
                .containsOnly(0, WARMUPS + BLOCKS);
        assertThat(recording.stops()).extracting(StopReason::session).containsExactly(1, 2);
        assertThat(RunSchema.problems(run.resolve("run.json"))).isEmpty();
        assertThat(run.resolve("run.json")).content().contains("\"sessions\" : 2,", "\"count\" : 2,");
        assertThat(run.resolve("report.html")).content().contains("with the 2 sessions as a sample");
    }

    private static List<Integer> blocks(Path journal) {
        return JournalReader.read(journal).samples().stream()
                .map(Sample::block)
                .distinct()
                .toList();
    }
}
