package dev.assay.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.assay.analysis.Synthetic.Figures;
import dev.assay.model.Metric;
import dev.assay.model.Profile;
import dev.assay.model.Warning;
import dev.assay.model.catalog.Claim;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.catalog.Condition.Estimator;
import dev.assay.model.result.ClaimResult;
import dev.assay.model.result.Estimate;
import dev.assay.model.result.RunResult;
import dev.assay.model.result.TrialResult;
import dev.assay.model.result.TrialResult.Status;
import dev.assay.model.run.Environment;
import dev.assay.model.run.Recording;
import dev.assay.model.run.SnapshotPhase;
import dev.assay.model.run.TrialId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnalysisTest {
    private static final String PYTHON = "numeric/nbody:python:std@100x1";
    private static final String RUST = "numeric/nbody:rust:std@100x1";
    private static final Claim FASTER = Rules.claim(Rules.measure(
            Rules.quantity(Metric.WORK, "numeric", Estimator.SUITE, "python:std", "rust:std"), "95 low >", 1.25));

    @Test
    void sameRecordingGivesTheSameResult() {
        RunResult first = whole(9).analyze(FASTER);
        assertThat(whole(9).analyze(FASTER)).isEqualTo(first);
        assertThat(whole(10).analyze(FASTER)).isNotEqualTo(first);
    }

    @Test
    void typicalFiguresLeaveOutWarmUps() {
        TrialResult rust = result(whole(1).analyze(), RUST);
        assertThat(value(rust, Metric.WORK)).isCloseTo(10e6, within(0.1e6));
        assertThat(value(rust, Metric.WALL)).isCloseTo(11e6, within(0.1e6));
        assertThat(value(rust, Metric.PEAK)).isCloseTo(2e6, within(0.02e6));
        assertThat(value(rust, Metric.PARALLELISM)).isCloseTo(1, within(1e-6));
        assertThat(rust.typical()).doesNotContainKeys(Metric.SPEEDUP, Metric.EFFICIENCY, Metric.TREE_PEAK);
        assertThat(rust.samples()).hasSize(22);
    }

    @Test
    void speedUpComesFromPairedBlocks() {
        RunResult result = Synthetic.run(2)
                .trial("threading/cpu:c:std@9x1", Figures.ofThreads(40, 1))
                .trial("threading/cpu:c:std@9x4", Figures.ofThreads(11, 3.6))
                .analyze();
        TrialResult four = result(result, "threading/cpu:c:std@9x4");
        assertThat(value(four, Metric.SPEEDUP)).isCloseTo(40 / 11.0, within(0.05));
        assertThat(value(four, Metric.EFFICIENCY)).isCloseTo(10 / 11.0, within(0.02));
        assertThat(value(four, Metric.PARALLELISM)).isCloseTo(3.6, within(1e-6));
    }

    @Test
    void oneFailedWarmUpFailsTheTrial() {
        RunResult result = Synthetic.run(3)
                .trial(PYTHON, Figures.ofWork(400, 10))
                .failing(RUST, 0, "exited with code 101")
                .analyze(FASTER);
        TrialResult rust = result(result, RUST);
        assertThat(rust.status()).isEqualTo(Status.FAILED);
        assertThat(rust.reason()).isEqualTo("1 of 22 processes failed, the first: exited with code 101");
        assertThat(rust.typical()).isEmpty();
        assertThat(result.failed()).isTrue();
        ClaimResult claim = result.claims().get(0);
        assertThat(claim.verdict()).isEqualTo(ClaimVerdict.NOT_TESTED);
        assertThat(claim.sentence())
                .isEqualTo("The rule needs rust:std in numeric/nbody "
                        + "(failed: 1 of 22 processes failed, the first: exited with code 101).");
    }

    @Test
    void skippedAndUnreachedTrialsKeepTheirReasons() {
        RunResult result = Synthetic.run(4)
                .skipped(PYTHON, "no python3 was found")
                .unreached(RUST)
                .interrupted()
                .analyze(FASTER);
        assertThat(result(result, PYTHON).reason()).isEqualTo("no python3 was found");
        assertThat(result(result, RUST).status()).isEqualTo(Status.SKIPPED);
        assertThat(result.claims().get(0).sentence()).contains("skipped: no python3 was found");
        assertThat(result.warnings())
                .extracting(Warning::code, Warning::message)
                .containsExactly(
                        tuple(
                                "partial",
                                "The run ended before it was complete (interrupted). Results are based on the finished blocks."));
    }

    @Test
    void nothingAtAllIsAResultToo() {
        RunResult result = Synthetic.run(5).cutAt(Synthetic.FLOOR.toString(), 0).analyze(FASTER);
        assertThat(result.trials()).isEmpty();
        assertThat(result.noise().floor().status()).isEqualTo(Status.SKIPPED);
        assertThat(result.claims()).extracting(ClaimResult::verdict).containsExactly(ClaimVerdict.NOT_TESTED);
        assertThat(result.claims().get(0).sentence())
                .isEqualTo("The rule needs the suite numeric (not part of this run; measure it with --suite=numeric).");
    }

    @Test
    void onlyFailuresAreAResultToo() {
        RunResult result = Synthetic.run(6)
                .failing(PYTHON, 3, "was killed by signal 9")
                .failing(RUST, 3, "was killed by signal 9")
                .analyze(FASTER);
        assertThat(result.comparisons()).isEmpty();
        assertThat(result.summaries()).isEmpty();
        assertThat(result.claims()).extracting(ClaimResult::verdict).containsExactly(ClaimVerdict.NOT_TESTED);
    }

    @Test
    void smokeGivesFiguresAndNoVerdicts() {
        RunResult result = Synthetic.run(Profile.SMOKE, 7)
                .trial(PYTHON, Figures.ofWork(400, 10))
                .trial(RUST, Figures.ofWork(10, 2))
                .analyze(FASTER);
        assertThat(result.comparisons()).isNotEmpty();
        assertThat(result.claims().get(0).verdict()).isEqualTo(ClaimVerdict.NOT_TESTED);
        assertThat(result.claims().get(0).sentence()).contains("smoke");
        assertThat(result.claims().get(0).evidence()).isEmpty();
    }

    @Test
    void manyTrialsAreNoTrouble() {
        Synthetic run = Synthetic.run(8).blocks(50);
        for (int i = 0; i < 100; i++) {
            run.trial("numeric/w" + i + ":python:std@9x1", Figures.ofWork(100 + i, 10));
            run.trial("numeric/w" + i + ":rust:std@9x1", Figures.ofWork(10, 2));
        }
        RunResult result = run.analyze(FASTER);
        assertThat(result.comparisons()).hasSize(400);
        assertThat(result.claims().get(0).verdict()).isEqualTo(ClaimVerdict.SUPPORTED);
        assertThat(result.claims().get(0).evidence()).hasSize(101);
    }

    private static Synthetic whole(long seed) {
        return Synthetic.run(seed)
                .canary(1)
                .trial(PYTHON, Figures.ofWork(400, 10))
                .trial(RUST, Figures.ofWork(10, 2));
    }

    private static TrialResult result(RunResult run, String id) {
        return run.trial(TrialId.parse(id)).orElseThrow();
    }

    private static double value(TrialResult trial, Metric metric) {
        Estimate estimate = Objects.requireNonNull(trial.typical().get(metric));
        return estimate.value();
    }

    @Test
    void whatSeveralLooksAtTheMachineToldIsToldOnce() {
        Recording whole = whole(9).build();
        List<Environment> looks = Stream.of(
                        busy("1.06", "java"), busy("0.90", "java"), busy("0.50", "cargo"), replaced("a"), replaced("b"))
                .map(warning -> look(whole.header().environment(), warning))
                .toList();
        Recording seen =
                new Recording(whole.header(), List.of(), whole.samples(), looks, List.of(), List.of(), whole.end());
        assertThat(Analysis.analyze(seen, Synthetic.ARTICLE, List.of()).warnings())
                .extracting(Warning::message)
                .contains(
                        "other programs used 1.06 processors during the run, most of it java; 2 checks of the machine found this",
                        "other programs used 0.50 processors during the run, most of it cargo",
                        "a was replaced",
                        "b was replaced")
                .noneMatch(message -> message.contains("0.90"));
    }

    private static Warning busy(String processors, String name) {
        return Warning.grave(
                "busy",
                "other programs used " + processors + " processors during the run, most of it " + name,
                "stop them");
    }

    private static Warning replaced(String program) {
        return Warning.grave("replaced", program + " was replaced", "measure again");
    }

    private static Environment look(Environment like, Warning warning) {
        return new Environment(
                like.at(),
                SnapshotPhase.DURING,
                like.cpuModel(),
                like.cores(),
                like.memoryBytes(),
                like.os(),
                like.arch(),
                like.loadAverage(),
                like.facts(),
                List.of(warning));
    }

    @Test
    void theSeamsOfARunThatWasCutShortAreSaid() {
        Recording whole = whole(9).build();
        Instant stopped = Instant.parse("2026-01-01T00:00:00Z");
        Recording resumed = new Recording(
                whole.header(),
                List.of(),
                whole.samples(),
                List.of(),
                List.of(
                        new Recording.Resume(stopped, stopped, 1, whole.header().environment()),
                        new Recording.Resume(
                                stopped.plusSeconds(750),
                                stopped,
                                7,
                                whole.header().environment())),
                List.of(),
                whole.end());
        assertThat(Analysis.analyze(resumed, Synthetic.ARTICLE, List.of()).warnings())
                .filteredOn(warning -> warning.code().equals("resumed"))
                .singleElement()
                .satisfies(warning -> assertThat(warning.message())
                        .contains(
                                "resumed 2 times: after 1 process, 0 s later, after 7 processes, 12 min 30 s later."));
        assertThat(Analysis.analyze(resumed, Synthetic.ARTICLE, List.of()).environments())
                .hasSize(2);
    }
}
