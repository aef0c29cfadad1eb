package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AssayProcess.Ended;
import dev.assay.model.run.Recording;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.StopReason;
import dev.assay.model.run.StopReason.Reason;
import dev.assay.store.JournalReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs of real programs that stop by themselves. The time limit only ends a test that hangs. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class StoppingIT {
    private static final String PROGRAM = """
            #include <stdio.h>
            int main(void) { for (volatile long i = 0; i < %d; i++) {} puts("42"); return 0; }
            """;
    private static final int WARMUPS = 1;

    @TempDir
    private Path folder;

    private Path home = Path.of("");

    @BeforeEach
    void makeAHome() throws IOException {
        home = new FixtureHome(folder.resolve("home"))
                .pairInC("some/pair", PROGRAM.formatted(100_000), PROGRAM.formatted(300_000))
                .root();
    }

    private AssayProcess assay() {
        return new AssayProcess(folder, home);
    }

    private AssayCall call() {
        return new AssayCall(folder, home);
    }

    private Path results() {
        return folder.resolve("results");
    }

    private static List<Integer> countedBlocks(Recording recording) {
        return recording.samples().stream()
                .filter(sample -> sample.trial().workload().equals("some/pair")
                        && sample.mode() == SamplingMode.TIMING
                        && !sample.warmup())
                .map(Sample::block)
                .distinct()
                .toList();
    }

    @Test
    void whatTheBudgetStoppedIsSaidEverywhere() throws IOException, InterruptedException {
        Ended ended = call().run("--runtimes=c", "--variants=all", "--budget=1ms", "--color=never");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err())
                .contains("10 to 60 blocks, each ratio as precise as its verdict needs, at most 1 ms")
                .contains("some/pair: budget used up, no interval after 2 blocks")
                .contains("warning: The budget of 1 ms ran out before these workloads were as");
        Path journal = Running.onlyJournal(results());
        Recording recording = JournalReader.read(journal);
        assertThat(recording.partial()).isFalse();
        assertThat(recording.stops()).singleElement().satisfies(stop -> {
            assertThat(stop).isEqualTo(new StopReason("some/pair", Reason.BUDGET, 2, null, stop.target()));
            assertThat(stop.target()).isBetween(0.01, 0.1);
        });
        assertThat(countedBlocks(recording)).containsExactly(WARMUPS, WARMUPS + 1);
        Path run = Running.runOf(journal);
        assertThat(RunSchema.problems(run.resolve("run.json"))).isEmpty();
        assertThat(run.resolve("run.json")).content().contains("\"reason\" : \"budget\"");
        assertThat(run.resolve("report.html")).content().contains("budget used up");
        assertThat(run.resolve("summary.md")).content().contains("The budget of 1 ms ran out");
    }

    @Test
    void aRunThatWasKilledContinuesWithWhatIsLeftOfItsBudget() throws IOException, InterruptedException {
        Process process = assay().start(
                        "--runtimes=c",
                        "--variants=all",
                        "--precision=0.1%",
                        "--budget=1h",
                        "--seed=5",
                        "--color=never");
        Path journal = Running.untilLines(process, results(), 60);
        process.destroyForcibly().waitFor();
        Path run = Running.runOf(journal);
        Ended ended = call().property("budget", "60m").run("--resume=" + run, "--color=never");
        assertThat(ended.code()).as(ended.err()).isZero();

        Recording recording = JournalReader.read(journal);
        assertThat(recording.partial()).isFalse();
        assertThat(recording.resumes()).hasSize(1);
        assertThat(recording.samples().stream()
                        .map(sample -> sample.trial() + " " + sample.mode() + " " + sample.order()))
                .doesNotHaveDuplicates();
        assertThat(recording.stops()).singleElement().satisfies(stop -> {
            assertThat(stop.reason()).isIn(Reason.PRECISE, Reason.MAX_BLOCKS);
            assertThat(stop.blocks()).isEven().isBetween(10, 60);
            assertThat(Objects.requireNonNull(stop.width()) <= 0.001).isEqualTo(stop.reason() == Reason.PRECISE);
            assertThat(countedBlocks(recording))
                    .containsExactlyElementsOf(IntStream.range(WARMUPS, WARMUPS + stop.blocks())
                            .boxed()
                            .toList());
        });
        assertThat(RunSchema.problems(run.resolve("run.json"))).isEmpty();
    }

    @Test
    void aFixedNumberOfBlocksIsSaidToBeFixed() throws IOException, InterruptedException {
        Ended ended = call().run("--runtimes=c", "--variants=all", "--blocks=6", "--color=never");
        assertThat(ended.err()).contains("6 blocks (fixed), after 1 warm-up");
        assertThat(JournalReader.read(Running.onlyJournal(results())).stops())
                .singleElement()
                .satisfies(stop -> assertThat(stop.reason()).isEqualTo(Reason.FIXED))
                .satisfies(stop -> assertThat(stop.blocks()).isEqualTo(6));
    }

    @Test
    void twoCommandsStopByTheSameRule() throws IOException, InterruptedException {
        Ended ended = new AssayCall(folder, AssayProcess.project())
                .run("compare", "--baseline=true", "--contender=true", "--budget=1ms", "--color=never");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err()).contains("compare/commands: budget used up");
        assertThat(JournalReader.read(Running.onlyJournal(results())).header().options())
                .containsEntry("budget", "1ms")
                .doesNotContainKeys("precision", "runs");
    }
}
