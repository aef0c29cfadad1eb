package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.Examples;
import dev.assay.Probes;
import dev.assay.meter.MeterRequest;
import dev.assay.model.AssayException;
import dev.assay.model.catalog.Probe;
import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.model.run.Exit;
import dev.assay.model.run.ProbeBuild;
import dev.assay.model.run.ProbeResult;
import dev.assay.model.run.ProbeResult.PeakAt;
import dev.assay.model.run.Recording;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.SnapshotPhase;
import dev.assay.model.run.Trial;
import dev.assay.plan.Plan;
import dev.assay.plan.StopRule;
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
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Probes within a run: when they run, what is kept of them, and that nothing they do ends the run. */
class ProbesFirstTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:09:05Z"), ZoneOffset.UTC);

    private static final StopRule RULE = Examples.precisionRule(0.02);

    private final Trial trial = Examples.trial("numeric/a:rust:std@10x1");
    private final List<String> tried = new ArrayList<>();

    @TempDir
    private Path folder;

    private static ProbeBuild ready(Probe probe) {
        return ProbeBuild.ready("tool 1.0", "a warning", "tool " + probe.source(), List.of("/bin/probe"));
    }

    private RunExecutor executor(
            FakeMeter meter, Journal journal, Function<Probe, ProbeBuild> builder, Probe... probes) {
        RunConfig settings =
                new RunConfig(folder.resolve("scratch"), RunConfig.limits(Duration.ofSeconds(5)), Map.of(), false);
        Plan plan = new Plan(42, 1, 0, 0, List.of(List.of(trial)));
        RunListener listener = new RunListener() {
            @Override
            public void probed(ProbeResult result, int done, int planned) {
                tried.add(result.probe().id() + " " + done + "/" + planned);
            }
        };
        ProbePlan probing = new ProbePlan(List.of(probes), builder, Map.of("LANG", "C.UTF-8"));
        return new RunExecutor(
                Examples.header(List.of(trial)),
                plan,
                RULE,
                meter,
                settings,
                journal,
                Examples::environment,
                CLOCK,
                listener,
                probing,
                SessionBreak.NONE);
    }

    private Recording run(FakeMeter meter, Function<Probe, ProbeBuild> builder, Probe... probes) {
        RunFolder run = RunFolder.create(folder.resolve("results"), "run");
        try (Journal journal = run.journal()) {
            Recording recording = executor(meter, journal, builder, probes).run();
            assertThat(JournalReader.read(run.journalFile()).probes()).isEqualTo(recording.probes());
            assertThat(recording.samples()).hasSize(1).allMatch(sample -> sample.ok());
            assertThat(recording.partial()).isFalse();
            return recording;
        }
    }

    private ProbeResult only(FakeMeter meter, Probe probe) {
        return run(meter, ProbesFirstTest::ready, probe).probes().get(0);
    }

    /** The trial's own program goes well whatever the probe's does. */
    private static FakeMeter meter(Function<MeterRequest, Deed> script) {
        return new FakeMeter(
                request -> request.argv().get(0).equals("/bin/probe") ? script.apply(request) : Deed.good());
    }

    @Test
    void comeBeforeWhatIsMeasuredInACleanWorldAndWithLimits() {
        FakeMeter meter = meter(request -> Deed.good());

        ProbeResult result = only(meter, Probes.rust("safety/a", ProbeOutcome.COMPILES, null));

        assertThat(result.outcome()).isEqualTo(ProbeOutcome.COMPILES);
        assertThat(result.message()).isEqualTo("a warning");
        assertThat(result.commands()).containsExactly("tool source", "/bin/probe");
        assertThat(meter.requests).hasSize(2);
        MeterRequest request = meter.requests.get(0);
        assertThat(request.argv()).containsExactly("/bin/probe");
        assertThat(request.environment())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "LANG",
                        "C.UTF-8",
                        "PYTHONHASHSEED",
                        "0",
                        "TMPDIR",
                        folder.resolve("scratch/tmp").toString()));
        assertThat(request.limits().timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(request.limits().outputBytes()).isEqualTo(1 << 20);
        assertThat(request.limits().memoryBytes()).isEqualTo(1L << 30);
        assertThat(tried).containsExactly("safety/a 1/1");
    }

    @Test
    void whatDoesNotCompileIsNotRun() {
        FakeMeter meter = meter(request -> Deed.good());
        ProbeBuild rejected = new ProbeBuild(
                ProbeOutcome.REJECTED, List.of("E0382"), "tool 1.0", "moved", null, "tool source", List.of());

        ProbeResult result = run(meter, probe -> rejected, Probes.rust("safety/a", ProbeOutcome.REJECTED, "E0382"))
                .probes()
                .get(0);

        assertThat(result.asExpected()).isTrue();
        assertThat(result.words()).isEqualTo("rejected with E0382");
        assertThat(meter.requests).hasSize(1);
    }

    @Test
    void memoryIsFollowedAtEveryCount() {
        FakeMeter meter = meter(request -> Deed.good());
        meter.followed = request ->
                FakeMeter.peak(5000 + 1000 * Long.parseLong(request.argv().get(1)));

        ProbeResult result = only(meter, Probes.memory("safety/a", ProbeOutcome.LEAKS));

        assertThat(result.outcome()).isEqualTo(ProbeOutcome.LEAKS);
        assertThat(result.peaks())
                .containsExactly(new PeakAt(10, 15_000), new PeakAt(20, 25_000), new PeakAt(40, 45_000));
        assertThat(meter.requests)
                .filteredOn(request -> request.mode() == SamplingMode.MEMORY)
                .extracting(request -> request.argv().get(1))
                .containsExactly("10", "20", "40");
    }

    @Test
    void memoryThatStaysLevelIsLevel() {
        ProbeResult result = only(meter(request -> Deed.good()), Probes.memory("safety/a", ProbeOutcome.LEVEL));

        assertThat(result.outcome()).isEqualTo(ProbeOutcome.LEVEL);
        assertThat(result.peaks()).hasSize(3);
    }

    @Test
    void racesAreCounted() {
        int[] run = {0};
        FakeMeter meter = meter(request -> Deed.printing(run[0]++ % 2 == 0 ? "100 93\n" : "100 100\n"));

        ProbeResult result = only(meter, Probes.race("safety/a", ProbeOutcome.LOSES_UPDATES));

        assertThat(result.outcome()).isEqualTo(ProbeOutcome.LOSES_UPDATES);
        assertThat(result.words()).isEqualTo("loses updates in 3 of 5 runs");
    }

    @Test
    void aRaceThatLosesNothingSaysSo() {
        ProbeResult result =
                only(meter(request -> Deed.printing("7 7")), Probes.race("safety/a", ProbeOutcome.LOSES_UPDATES));

        assertThat(result.words()).isEqualTo("keeps updates in 5 runs");
        assertThat(result.asExpected()).isFalse();
    }

    @Test
    void aRaceThatPrintsSomethingElseCameToNothing() {
        for (String output : List.of("", "100", "100 93 1\n", "93 100\n", "a b\n")) {
            tried.clear();
            ProbeResult result = new ProbesIn(output).result();
            assertThat(result.outcome()).as(output).isEqualTo(ProbeOutcome.FAILED);
            assertThat(result.reason()).contains("did not print how much was added");
        }
    }

    /** One more run in a folder of its own. */
    private final class ProbesIn {
        private final String output;

        ProbesIn(String output) {
            this.output = output;
        }

        ProbeResult result() {
            RunFolder run = RunFolder.create(folder.resolve("results"), "run" + Integer.toHexString(output.hashCode()));
            try (Journal journal = run.journal()) {
                Probe probe = Probes.race("safety/a", ProbeOutcome.LOSES_UPDATES);
                return executor(meter(request -> Deed.printing(output)), journal, ProbesFirstTest::ready, probe)
                        .run()
                        .probes()
                        .get(0);
            }
        }
    }

    @Test
    void whateverAProbeDoesTheRunGoesOn() {
        Map<String, Deed> deeds = Map.of(
                "hangs", Deed.ending(new Exit(Exit.Reason.TIMEOUT, null, 9, 5000L, null)),
                "crashes", Deed.ending(new Exit(Exit.Reason.SIGNALED, null, 11, null, null)),
                "floods", Deed.ending(new Exit(Exit.Reason.OUTPUT_LIMIT, null, 9, 1L << 20, null)),
                "swells", Deed.ending(new Exit(Exit.Reason.MEMORY_LIMIT, null, 9, 1L << 30, null)),
                "gives-up", Deed.saying("no luck", 3),
                "kills-the-meter", Deed.losingTheMeter());
        FakeMeter meter = meter(request -> deeds.getOrDefault(request.argv().get(1), Deed.good()));
        Probe[] probes = deeds.keySet().stream()
                .sorted()
                .map(name -> Probes.python("bad/" + name, ProbeOutcome.COMPILES, null))
                .toArray(Probe[]::new);

        Recording recording =
                run(meter, probe -> ProbeBuild.ready("tool", "", "", List.of("/bin/probe", probe.name())), probes);

        assertThat(recording.probes())
                .extracting(result -> result.probe().name() + ": " + result.outcome())
                .containsExactly(
                        "crashes: crashed",
                        "floods: over-limit",
                        "gives-up: failed",
                        "hangs: timed-out",
                        "kills-the-meter: not-run",
                        "swells: over-limit");
        assertThat(recording.probes())
                .allSatisfy(result -> assertThat(result.reason()).isNotBlank());
    }

    @Test
    void aResumedRunTriesOnlyWhatIsNotInTheJournalOrWasNotRun() throws IOException {
        Probe done = Probes.python("safety/done", ProbeOutcome.RAISES, null);
        Probe missing = Probes.python("safety/missing", ProbeOutcome.COMPILES, null);
        Probe left = Probes.python("safety/left", ProbeOutcome.COMPILES, null);
        RunFolder run = RunFolder.create(folder.resolve("results"), "cut");
        try (Journal journal = run.journal()) {
            journal.header(Examples.header(List.of(trial)));
            journal.probe(Probes.result(done, ProbeOutcome.RAISES, "TypeError"));
            journal.probe(Probes.missed(missing, ProbeOutcome.NOT_RUN, "the meter died"));
        }
        Files.writeString(run.journalFile(), Files.readString(run.journalFile()) + "{\"kind\":\"pro");
        FakeMeter meter = meter(request -> Deed.good());
        try (Journal journal = run.reopenJournal()) {
            Recording past = journal.content().recording();
            assertThat(past.probes()).hasSize(2);
            Recording.Resume seam = new Recording.Resume(
                    CLOCK.instant(), CLOCK.instant(), 0, Examples.environment(SnapshotPhase.BEFORE));

            Recording gone = executor(meter, journal, ProbesFirstTest::ready, done, missing, left)
                    .goOn(past, seam);

            assertThat(tried).containsExactly("safety/missing 1/2", "safety/left 2/2");
            assertThat(gone.probes())
                    .extracting(result -> result.probe().id() + " " + result.outcome())
                    .containsExactly("safety/done raises", "safety/missing compiles", "safety/left compiles");
            assertThat(JournalReader.read(run.journalFile()).probes()).isEqualTo(gone.probes());
        }
    }

    @Test
    void aProbeThatIsInterruptedLeavesNothing() {
        RunFolder run = RunFolder.create(folder.resolve("results"), "interrupted");
        try (Journal journal = run.journal()) {
            List<RunExecutor> executors = new ArrayList<>();
            Function<Probe, ProbeBuild> builder = probe -> {
                executors.get(0).interrupt();
                return ProbeBuild.notRun("the compiler was interrupted");
            };
            Probe first = Probes.rust("safety/a", ProbeOutcome.COMPILES, null);
            Probe second = Probes.rust("safety/b", ProbeOutcome.COMPILES, null);
            RunExecutor executor = executor(meter(request -> Deed.good()), journal, builder, first, second);
            executors.add(executor);

            Recording recording = executor.run();

            assertThat(recording.probes()).isEmpty();
            assertThat(recording.samples()).isEmpty();
            assertThat(recording.partial()).isTrue();
        }
    }

    @Test
    void aMeterThatCannotBeStartedEndsTheRun() {
        RunFolder run = RunFolder.create(folder.resolve("results"), "meterless");
        try (Journal journal = run.journal()) {
            FakeMeter meter = meter(request -> {
                throw new AssayException.MeterFailure("no meter");
            });
            RunExecutor executor = executor(
                    meter, journal, ProbesFirstTest::ready, Probes.python("safety/a", ProbeOutcome.COMPILES, null));

            assertThatThrownBy(executor::run).isInstanceOf(AssayException.MeterFailure.class);
        }
    }
}
