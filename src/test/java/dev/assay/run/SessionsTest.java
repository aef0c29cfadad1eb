package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.Examples;
import dev.assay.model.run.Command;
import dev.assay.model.run.Environment;
import dev.assay.model.run.Exit;
import dev.assay.model.run.Recording;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.SnapshotPhase;
import dev.assay.model.run.StopReason;
import dev.assay.model.run.StoppingPolicy;
import dev.assay.model.run.Trial;
import dev.assay.plan.Plan;
import dev.assay.run.FakeMeter.Deed;
import dev.assay.store.Journal;
import dev.assay.store.JournalReader;
import dev.assay.store.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of several sessions. */
class SessionsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:09:05Z"), ZoneOffset.UTC);
    private static final int SESSIONS = 3;
    private static final int WARMUPS = 1;

    private final Trial good = Examples.trial("numeric/a:rust:std@10x1");
    private final Trial other = other();
    private final List<Integer> begun = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final List<RunExecutor> running = new ArrayList<>();

    @TempDir
    private Path folder;

    private static Trial other() {
        Trial example = Examples.trial("numeric/a:python:std@10x1");
        Command command = new Command(List.of("/bin/other", "10"), Map.of("LANG", "C.UTF-8"), null, null);
        return new Trial(example.id(), command, example.expected(), true, null);
    }

    private RunHeader header(int blocks, @Nullable StoppingPolicy stopping) {
        return Examples.header(List.of(good, other), blocks, WARMUPS, SESSIONS, stopping);
    }

    private RunExecutor executor(RunHeader header, FakeMeter meter, Journal journal, SessionBreak between) {
        Plan plan = new Plan(42, header.sampling().blocksOfSession(), WARMUPS, 1, List.of(List.of(good, other)));
        RunConfig settings =
                new RunConfig(folder.resolve("scratch"), RunConfig.limits(Duration.ofSeconds(5)), Map.of(), false);
        RunListener listener = new RunListener() {
            @Override
            public void sessionBegins(int number, Plan session) {
                begun.add(number);
            }

            @Override
            public void pauses(int nextSession, Duration pause) {
                told.add("before " + nextSession + " " + pause);
                running.forEach(RunExecutor::interrupt);
            }

            @Override
            public void sampled(Sample sample, int done, int planned) {
                assertThat(done).isLessThanOrEqualTo(planned);
            }

            @Override
            public void finished(@Nullable String reason) {
                told.add(String.valueOf(reason));
            }
        };
        return new RunExecutor(
                header,
                plan,
                Examples.precisionRule(0.02),
                meter,
                settings,
                journal,
                Examples::environment,
                CLOCK,
                listener,
                ProbePlan.NONE,
                between);
    }

    private Recording whole(String name, RunHeader header, FakeMeter meter, SessionBreak between) {
        RunFolder run = RunFolder.create(folder.resolve("results"), name);
        try (Journal journal = run.journal()) {
            return executor(header, meter, journal, between).run();
        }
    }

    private Recording resumed(String name, RunHeader header, FakeMeter meter, SessionBreak between) {
        RunFolder run = RunFolder.open(folder.resolve("results").resolve(name));
        try (Journal journal = run.reopenJournal()) {
            Recording past = journal.content().recording();
            Recording.Resume seam = new Recording.Resume(
                    CLOCK.instant(),
                    CLOCK.instant(),
                    past.samples().size(),
                    Examples.environment(SnapshotPhase.BEFORE));
            return executor(header, meter, journal, between).goOn(past, seam);
        }
    }

    private static FakeMeter meter() {
        return new FakeMeter(request -> Deed.good());
    }

    private static List<Integer> blocks(List<Sample> samples) {
        return samples.stream().map(Sample::block).distinct().toList();
    }

    @Test
    void everySessionHasItsShareOfTheBlocksItsOwnWarmUpsAndAFreshMeter() throws IOException {
        FakeMeter meter = meter();
        RunHeader header = header(6, null);
        Recording recording = whole("run", header, meter, SessionBreak.NONE);
        assertThat(recording.partial()).isFalse();
        assertThat(blocks(recording.samples())).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(blocks(recording.samples().stream().filter(Sample::warmup).toList()))
                .containsExactly(0, 3, 6);
        assertThat(recording.samples())
                .extracting(sample -> header.sampling().session(sample.block()))
                .contains(1, 2, 3);
        assertThat(meter.renewed).isEqualTo(2);
        assertThat(begun).containsExactly(1, 2, 3);
        assertThat(recording.environments())
                .extracting(Environment::phase)
                .containsExactly(SnapshotPhase.DURING, SnapshotPhase.DURING, SnapshotPhase.DURING, SnapshotPhase.AFTER);
        // the memory of each is followed in each
        assertThat(recording.samples().stream().filter(sample -> sample.mode() == SamplingMode.MEMORY))
                .hasSize(2 * SESSIONS);
        assertThat(JournalReader.read(folder.resolve("results/run/journal.jsonl")))
                .isEqualTo(recording);
    }

    @Test
    void aSessionDrawsItsOwnPaddingsAndHashSeeds() {
        List<Sample> samples =
                whole("run", header(6, null), meter(), SessionBreak.NONE).samples();
        List<Integer> paddings = samples.stream()
                .filter(sample -> sample.trial().equals(good.id()) && sample.mode() == SamplingMode.TIMING)
                .map(sample -> sample.conditions().environmentPadding())
                .toList();
        assertThat(paddings).hasSize(9).doesNotHaveDuplicates();
        assertThat(samples.stream()
                        .map(sample -> sample.conditions().hashSeed())
                        .distinct())
                .hasSize(9);
    }

    @Test
    void whereverItIsCutTheSameProcessesRun() throws IOException {
        RunHeader header = header(6, null);
        List<Sample> whole = whole("whole", header, meter(), SessionBreak.NONE).samples();
        List<String> lines = Files.readAllLines(folder.resolve("results/whole/journal.jsonl"));
        for (int cut = 1; cut < lines.size(); cut++) {
            String name = "cut" + cut;
            RunFolder run = RunFolder.create(folder.resolve("results"), name);
            try (Journal begins = run.journal()) {
                begins.header(header);
            }
            Files.writeString(run.journalFile(), String.join("\n", lines.subList(0, cut)) + "\n");
            Recording gone = resumed(name, header, meter(), SessionBreak.NONE);
            assertThat(gone.partial()).isFalse();
            assertThat(gone.samples())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("ownCpuShare")
                    .isEqualTo(whole);
        }
    }

    @Test
    void aRunThatEndsAfterEachSessionContinuesWithTheNext() {
        RunHeader header = header(6, null);
        Recording first = whole("run", header, meter(), SessionBreak.UNTIL_RESUMED);
        assertThat(first.partial()).isTrue();
        assertThat(first.end()).extracting(Recording.End::reason).isEqualTo("session 1 of 3 is done");
        assertThat(blocks(first.samples())).containsExactly(0, 1, 2);
        Recording second = resumed("run", header, meter(), SessionBreak.UNTIL_RESUMED);
        assertThat(second.end()).extracting(Recording.End::reason).isEqualTo("session 2 of 3 is done");
        assertThat(blocks(second.samples())).containsExactly(0, 1, 2, 3, 4, 5);
        Recording third = resumed("run", header, meter(), SessionBreak.UNTIL_RESUMED);
        assertThat(third.partial()).isFalse();
        assertThat(blocks(third.samples())).hasSize(9);
        // none is told of again
        assertThat(begun).containsExactly(1, 2, 3);
        assertThat(told).containsExactly("session 1 of 3 is done", "session 2 of 3 is done", "null");
    }

    @Test
    void anInterruptionEndsThePause() {
        RunHeader header = header(6, null);
        RunFolder run = RunFolder.create(folder.resolve("results"), "run");
        try (Journal journal = run.journal()) {
            RunExecutor executor = executor(header, meter(), journal, new SessionBreak(Duration.ofHours(20), false));
            running.add(executor);
            Recording recording = executor.run();
            assertThat(recording.end()).extracting(Recording.End::reason).isEqualTo("interrupted");
            assertThat(blocks(recording.samples())).containsExactly(0, 1, 2);
        }
        assertThat(told).containsExactly("before 2 PT20H", "interrupted");
    }

    @Test
    void whatFailedInOneSessionIsNotRunInTheNext() {
        Exit exit = new Exit(Exit.Reason.EXITED, 1, null, null, null);
        FakeMeter meter =
                new FakeMeter(request -> request.argv().get(0).equals("/bin/other") ? Deed.ending(exit) : Deed.good());
        Recording recording = whole("run", header(6, null), meter, SessionBreak.NONE);
        assertThat(recording.samples())
                .filteredOn(sample -> sample.trial().equals(other.id()))
                .hasSize(1);
        assertThat(recording.samples().stream()
                        .filter(sample -> sample.trial().equals(good.id()) && sample.mode() == SamplingMode.TIMING))
                .hasSize(9);
    }

    /** A quiet workload is precise after the fewest blocks, in each session by itself. */
    @Test
    void everySessionStopsByItsOwnBlocks() {
        StoppingPolicy stopping =
                new StoppingPolicy(10, 2, 0.02, Duration.ofSeconds(60).toNanos());
        Recording recording = whole("run", header(60, stopping), meter(), SessionBreak.NONE);
        assertThat(recording.stops())
                .extracting(StopReason::session, StopReason::reason, StopReason::blocks)
                .containsExactly(
                        tuple(1, StopReason.Reason.PRECISE, 10),
                        tuple(2, StopReason.Reason.PRECISE, 10),
                        tuple(3, StopReason.Reason.PRECISE, 10));
        RunHeader header = recording.header();
        for (int session = 1; session <= SESSIONS; session++) {
            int number = session;
            assertThat(blocks(recording.samples().stream()
                            .filter(sample -> header.sampling().session(sample.block()) == number)
                            .toList()))
                    .hasSize(11)
                    .startsWith((number - 1) * 21);
        }
    }

    /** A third of the budget each, whatever is left of it. */
    @Test
    void theBudgetIsSharedEvenly() {
        StoppingPolicy stopping =
                new StoppingPolicy(10, 2, 0.02, Duration.ofMillis(60).toNanos());
        Recording recording = whole("run", header(60, stopping), meter(), SessionBreak.NONE);
        assertThat(recording.stops()).extracting(StopReason::reason).containsOnly(StopReason.Reason.BUDGET);
        assertThat(recording.stops())
                .extracting(StopReason::blocks)
                .containsOnly(2)
                .hasSize(3);
    }
}
