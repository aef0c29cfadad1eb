package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.Examples;
import dev.assay.meter.Limits;
import dev.assay.meter.MeterRequest;
import dev.assay.model.AssayException.MeterFailure;
import dev.assay.model.run.Command;
import dev.assay.model.run.Recording;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SnapshotPhase;
import dev.assay.model.run.Trial;
import dev.assay.plan.Plan;
import dev.assay.plan.StopRule;
import dev.assay.run.FakeMeter.Deed;
import dev.assay.store.Journal;
import dev.assay.store.JournalReader;
import dev.assay.store.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunExecutorTest {
    private static final StopRule RULE = Examples.precisionRule(0.02);
    private static final int BLOCKS = 4;
    private static final int WARMUPS = 1;
    private static final int FOLLOWED = 3;
    /** The processes of one trial whose peaks agree. */
    private static final int EACH = BLOCKS + WARMUPS + FOLLOWED;

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:09:05Z"), ZoneOffset.UTC);

    private final Trial good = Examples.trial("numeric/a:rust:std@10x1");
    private final Trial other = trial("numeric/a:python:std@10x1", "/bin/other");
    private final List<Sample> told = new ArrayList<>();
    private final List<Sample> givenUp = new ArrayList<>();

    @TempDir
    private Path folder;

    private RunFolder runFolder;

    @BeforeEach
    void makeRunFolder() {
        runFolder = RunFolder.create(folder.resolve("results"), "run");
    }

    private static Trial trial(String id, String program) {
        Trial example = Examples.trial(id);
        Command command = new Command(List.of(program, "10"), Map.of("LANG", "C.UTF-8"), null, null);
        return new Trial(example.id(), command, example.expected(), true, null);
    }

    private static boolean isOther(MeterRequest request) {
        return request.argv().get(0).equals("/bin/other");
    }

    private Recording run(FakeMeter meter, boolean agreeing, Trial... trials) {
        return executor(meter, agreeing, RunListener.NONE, trials);
    }

    private Recording executor(FakeMeter meter, boolean agreeing, RunListener listener, Trial... trials) {
        RunHeader header = Examples.header(List.of(trials));
        Plan plan = new Plan(42, BLOCKS, WARMUPS, FOLLOWED, List.of(List.of(trials)));
        RunConfig settings = new RunConfig(
                folder.resolve("scratch"), RunConfig.limits(Duration.ofSeconds(5)), Map.of("SECRET", "s"), agreeing);
        try (Journal journal = runFolder.journal()) {
            return new RunExecutor(header, plan, RULE, meter, settings, journal, Examples::environment, CLOCK, listener)
                    .run();
        }
    }

    private RunListener recorder() {
        return new RunListener() {
            @Override
            public void sampled(Sample sample, int done, int planned) {
                told.add(sample);
                assertThat(done).isBetween(told.size(), planned);
                assertThat(planned).isEqualTo(EACH * 2);
            }

            @Override
            public void gaveUp(Sample failure) {
                givenUp.add(failure);
            }
        };
    }

    @Test
    void everyPlannedProcessBecomesASampleThatIsToldAndJournalled() {
        Recording recording = executor(new FakeMeter(request -> Deed.good()), false, recorder(), good, other);
        assertThat(recording.partial()).isFalse();
        assertThat(recording.samples()).hasSize(EACH * 2).allMatch(Sample::ok);
        assertThat(recording.samples().stream().filter(Sample::warmup)).hasSize(2);
        assertThat(told).isEqualTo(recording.samples());
        assertThat(givenUp).isEmpty();
        Recording read = JournalReader.read(runFolder.journalFile());
        assertThat(read.samples()).isEqualTo(recording.samples());
        assertThat(read.environments())
                .extracting(e -> e.phase())
                .containsExactly(SnapshotPhase.DURING, SnapshotPhase.AFTER);
    }

    @Test
    void aProgramSeesItsCleanWorldAndNothingElse() {
        FakeMeter meter = new FakeMeter(request -> Deed.good());
        run(meter, false, good, other);
        for (MeterRequest request : meter.requests) {
            assertThat(request.environment()).containsOnlyKeys("LANG", "PYTHONHASHSEED", "ASSAY_PADDING", "TMPDIR");
            assertThat(request.directory().getFileName()).hasToString("cwd");
            assertThat(request.directory().getParent()).isIn(folder.resolve("scratch"), folder.resolve("scratch.1"));
        }
        List<Sample> samples = JournalReader.read(runFolder.journalFile()).samples();
        for (int i = 0; i < samples.size(); i++) {
            Map<String, String> environment = meter.requests.get(i).environment();
            assertThat(environment.get("ASSAY_PADDING"))
                    .hasSize(samples.get(i).conditions().environmentPadding());
            assertThat(environment)
                    .containsEntry(
                            "PYTHONHASHSEED",
                            Long.toString(samples.get(i).conditions().hashSeed()));
        }
    }

    @Test
    void theFolderAProgramRunsInIsEmptyEachTime() {
        List<Boolean> empty = new ArrayList<>();
        run(
                new FakeMeter(request -> {
                    try (var files = Files.list(request.directory())) {
                        empty.add(files.findAny().isEmpty());
                        Files.createDirectories(request.directory().resolve("left/behind"));
                        Files.writeString(request.directory().resolve("left/behind/file"), "x");
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                    return Deed.good();
                }),
                false,
                good);
        assertThat(empty).hasSize(EACH).containsOnly(true);
        assertThat(folder.resolve("scratch")).doesNotExist();
    }

    @Test
    void aFailingProgramIsGivenUpAndTheOthersGoOn() {
        Recording recording = executor(
                new FakeMeter(request -> isOther(request) ? Deed.printing("43\n") : Deed.good()),
                false,
                recorder(),
                good,
                other);
        assertThat(recording.partial()).isFalse();
        assertThat(ofTrial(recording, good)).hasSize(EACH).allMatch(Sample::ok);
        assertThat(ofTrial(recording, other)).singleElement().satisfies(sample -> {
            assertThat(sample.outputOk()).isFalse();
            assertThat(sample.problem()).isEqualTo("wrong output: line 1 is '43' and should be '42'");
        });
        assertThat(givenUp).hasSize(1);
    }

    private static List<Sample> ofTrial(Recording recording, Trial trial) {
        return recording.samples().stream()
                .filter(sample -> sample.trial().equals(trial.id()))
                .toList();
    }

    @Test
    void outputsThatMustAgreeAreComparedWithTheFirst() {
        Trial first = new Trial(good.id(), good.command(), null, false, null);
        Trial second = new Trial(other.id(), other.command(), null, false, null);
        AtomicInteger calls = new AtomicInteger();
        Recording recording = run(
                new FakeMeter(request -> Deed.printing("out " + Math.min(calls.getAndIncrement(), 3) / 3 + "\n")),
                true,
                first,
                second);
        assertThat(recording.samples().stream().filter(sample -> !sample.ok()))
                .isNotEmpty()
                .allSatisfy(sample -> assertThat(sample.problem())
                        .contains("line 1 is 'out 1' and should be 'out 0'")
                        .contains("--ignore-output"));
    }

    @Test
    void aSampleThatTheMeterLostIsInvalidAndTheTrialGoesOn() {
        AtomicInteger calls = new AtomicInteger();
        Recording recording = run(
                new FakeMeter(request -> calls.incrementAndGet() == 4 ? Deed.losingTheMeter() : Deed.good()),
                false,
                good);
        assertThat(recording.samples()).hasSize(EACH);
        Sample lost = recording.samples().get(3);
        assertThat(lost.exit()).isNull();
        assertThat(lost.figures().wallNs()).isNull();
        assertThat(lost.figures().memory().peakBytes()).isNull();
        assertThat(lost.problem()).contains("the meter died");
    }

    @Test
    void aMeterThatKeepsDyingEndsTheRun() {
        FakeMeter meter = new FakeMeter(request -> Deed.losingTheMeter());
        assertThatThrownBy(() -> run(meter, false, good, other))
                .isInstanceOf(MeterFailure.class)
                .hasMessageContaining("6 times in a row");
        assertThat(JournalReader.read(runFolder.journalFile()).samples()).hasSize(6);
    }

    @Test
    void aProgramThatAlwaysCostsItsMeterIsGivenUpAlone() {
        Recording recording = executor(
                new FakeMeter(request -> isOther(request) ? Deed.losingTheMeter() : Deed.good()),
                false,
                recorder(),
                good,
                other);
        assertThat(recording.partial()).isFalse();
        assertThat(ofTrial(recording, good)).hasSize(EACH).allMatch(Sample::ok);
        assertThat(ofTrial(recording, other))
                .hasSize(3)
                .allSatisfy(sample -> assertThat(sample.lostNs()).isNotNull().isNotNegative());
        assertThat(givenUp)
                .singleElement()
                .satisfies(sample -> assertThat(sample.trial()).isEqualTo(other.id()));
        assertThat(JournalReader.read(runFolder.journalFile()).samples()).isEqualTo(recording.samples());
    }

    /** An innocent program goes on when something kills the meter now and then. */
    @Test
    void lossesThatAreNotInARowGiveNobodyUp() {
        AtomicInteger calls = new AtomicInteger();
        Recording recording = run(
                new FakeMeter(request -> calls.incrementAndGet() % 3 > 0 ? Deed.losingTheMeter() : Deed.good()),
                false,
                good);
        assertThat(recording.samples()).hasSizeGreaterThanOrEqualTo(EACH);
        assertThat(recording.samples().stream().filter(Sample::lost)).hasSizeGreaterThan(3);
    }

    @Test
    void anInterruptedRunKeepsWhatItHasAndDropsTheRowThatWasCutDown() {
        List<RunExecutor> executor = new ArrayList<>();
        AtomicInteger calls = new AtomicInteger();
        FakeMeter meter = new FakeMeter(request -> {
            if (calls.incrementAndGet() == 4) {
                executor.get(0).interrupt();
                throw new MeterFailure("the meter was ended");
            }
            return Deed.good();
        });
        Plan plan = new Plan(42, BLOCKS, WARMUPS, FOLLOWED, List.of(List.of(good, other)));
        RunConfig settings = new RunConfig(
                folder.resolve("scratch"),
                Limits.of(Duration.ofSeconds(5), Duration.ofSeconds(1), 100),
                Map.of(),
                false);
        try (Journal journal = runFolder.journal()) {
            executor.add(new RunExecutor(
                    Examples.header(List.of(good, other)),
                    plan,
                    RULE,
                    meter,
                    settings,
                    journal,
                    Examples::environment,
                    CLOCK,
                    RunListener.NONE));
            Recording recording = executor.get(0).run();
            assertThat(recording.partial()).isTrue();
            assertThat(recording.samples()).hasSize(2).allMatch(Sample::ok);
        }
        assertThat(JournalReader.read(runFolder.journalFile()).end())
                .isNotNull()
                .satisfies(end -> assertThat(end.reason()).isEqualTo("interrupted"));
    }
}
