package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Examples;
import dev.assay.catalog.CatalogReader;
import dev.assay.meter.Meter;
import dev.assay.meter.MeterProcess;
import dev.assay.model.catalog.ExpectedOutput;
import dev.assay.model.catalog.ProgramFilter;
import dev.assay.model.run.Command;
import dev.assay.model.run.Recording;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.Trial;
import dev.assay.model.run.TrialId;
import dev.assay.plan.Plan;
import dev.assay.plan.PlannedProcess;
import dev.assay.process.CommandRunner;
import dev.assay.store.Journal;
import dev.assay.store.JournalReader;
import dev.assay.store.RunFolder;
import dev.assay.toolchain.Builder;
import dev.assay.toolchain.ToolChoice;
import dev.assay.toolchain.host.BuildListener;
import dev.assay.toolchain.host.BuildPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hostile programs in real sessions, through one meter a mode for all of them: each is classified as its row says, leaves no process and no
 * file behind, and harms neither the well-behaved program before it nor the one after it.
 */
class FaultsIT {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:09:05Z"), ZoneOffset.UTC);
    private static final String BEFORE = "good/before:c:std@1x1";
    private static final String HOSTILE = "bad/hostile:c:std@1x1";
    private static final String AFTER = "good/after:c:std@1x1";

    @TempDir
    private static Path root;

    private static FaultPrograms programs;
    private static Path executable = Path.of("");
    private static final Map<SamplingMode, Meter> METERS = new EnumMap<>(SamplingMode.class);

    @BeforeAll
    static void build() throws IOException, InterruptedException {
        programs = new FaultPrograms(root);
        Path project = Path.of("").toAbsolutePath();
        BuildListener nobody = new BuildListener() {
            @Override
            public void step(String what) {}

            @Override
            public void detail(String line) {}
        };
        executable = new Builder(new BuildPaths(project), new CommandRunner(), System.getenv(), ToolChoice.NONE, nobody)
                .build(CatalogReader.read(project.resolve("workloads")), List.of(), ProgramFilter.of(Set.of()))
                .meter();
        for (SamplingMode mode : SamplingMode.values()) {
            METERS.put(mode, new MeterProcess(executable, root));
        }
    }

    @AfterAll
    static void endTheMeters() {
        METERS.values().forEach(Meter::close);
    }

    static Stream<Arguments> faults() {
        return Stream.of(SamplingMode.values())
                .flatMap(mode -> FaultRows.all().stream().map(row -> Arguments.of(mode, row)));
    }

    @Test
    void everyProgramHasItsRow() throws IOException {
        try (Stream<Path> sources = Files.list(FaultPrograms.sources())) {
            assertThat(FaultRows.all())
                    .extracting(Fault::program)
                    .containsAll(sources.map(source -> String.valueOf(source.getFileName()))
                            .filter(name -> !name.equals("fault.h"))
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void harmsNobodyButItself(SamplingMode mode, Fault fault) throws InterruptedException {
        String mark = FaultMeter.MARK + "=" + UUID.randomUUID();
        Map<String, Long> filesBefore = Leftovers.files(root, "results");
        FaultMeter meter = new FaultMeter(Objects.requireNonNull(METERS.get(mode)), mode, fault);

        List<Sample> samples = run(meter, fault, mark);

        assertThat(samples).extracting(sample -> sample.trial().toString()).containsExactly(BEFORE, HOSTILE, AFTER);
        Sample hostile = samples.get(1);
        fault.verdict().accept(hostile);
        if (hostile.lost()) {
            Leftovers.awaitEnds(mark);
        } else if (fault.survivors() >= 0) {
            assertThat(hostile.figures().survivors()).isEqualTo(fault.survivors());
        }
        assertThat(hostile.problem() == null ? "" : hostile.problem())
                .hasSizeLessThan(1000)
                .doesNotMatch("(?s).*\\p{Cc}.*");
        for (Sample good : List.of(samples.get(0), samples.get(2))) {
            assertThat(good.problem()).isNull();
            assertThat(good.outputOk()).isTrue();
            assertThat(good.figures().survivors()).isZero();
            assertThat(good.figures().wallNs() != null).isEqualTo(mode == SamplingMode.TIMING);
            assertThat(good.figures().memory().peakBytes()).isBetween(100L << 10, 8L << 20);
        }
        assertThat(Leftovers.processes(mark, executable)).isEmpty();
        assertThat(Leftovers.files(root, "results")).isEqualTo(filesBefore);
        assertThat(meter.left()).noneMatch(name -> name.startsWith("core"));
    }

    private static List<Sample> run(Meter meter, Fault fault, String mark) {
        String[] variable = mark.split("=", 2);
        Trial before = trial(BEFORE, Fault.of("good.c"), Map.of());
        Trial hostile = trial(HOSTILE, fault, Map.of(variable[0], variable[1]));
        Trial after = trial(AFTER, Fault.of("good.c"), Map.of());
        RunFolder folder = RunFolder.create(root.resolve("results"), variable[1]);
        RunConfig settings =
                new RunConfig(root.resolve("scratch"), RunConfig.limits(Duration.ofMinutes(1)), Map.of(), false);
        try (Journal journal = folder.journal()) {
            Recording recording = new RunExecutor(
                            Examples.header(List.of(before, hostile, after)),
                            inThisOrder(before, hostile, after),
                            Examples.precisionRule(0.02),
                            meter,
                            settings,
                            journal,
                            Examples::environment,
                            CLOCK,
                            RunListener.NONE)
                    .run();
            assertThat(JournalReader.read(folder.journalFile()).samples()).isEqualTo(recording.samples());
            return recording.samples();
        }
    }

    private static Trial trial(String id, Fault fault, Map<String, String> environment) {
        Command command = new Command(programs.argv(fault.program(), fault.arguments()), environment, null, null);
        return new Trial(TrialId.parse(id), command, new ExpectedOutput("42\n"), fault.workTime(), null);
    }

    /** Plans shuffle: this one has the seed that leaves these trials as they are. */
    private static Plan inThisOrder(Trial... trials) {
        List<List<Trial>> groups = Stream.of(trials).map(List::of).toList();
        return LongStream.iterate(0, seed -> seed + 1)
                .mapToObj(seed -> new Plan(seed, 1, 0, 0, groups))
                .filter(plan -> plan.block(0).stream()
                        .map(PlannedProcess::trial)
                        .toList()
                        .equals(List.of(trials)))
                .findFirst()
                .orElseThrow();
    }
}
