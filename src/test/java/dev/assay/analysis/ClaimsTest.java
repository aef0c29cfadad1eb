package dev.assay.analysis;

import static dev.assay.analysis.Rules.claim;
import static dev.assay.analysis.Rules.holm;
import static dev.assay.analysis.Rules.measure;
import static dev.assay.analysis.Rules.quantity;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analysis.Synthetic.Figures;
import dev.assay.model.Metric;
import dev.assay.model.catalog.Claim;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.catalog.Condition;
import dev.assay.model.catalog.Condition.Estimator;
import dev.assay.model.catalog.Condition.Measure;
import dev.assay.model.catalog.Rule;
import dev.assay.model.result.ClaimResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the project's own claims on runs whose truth is known. */
class ClaimsTest {
    private static final Claim INTERPRETED = claim(
            "speed.interpreted",
            Rules.partly(
                    measure(
                            quantity(Metric.WORK, "numeric", Estimator.SUITE, "python:std", "rust:std"),
                            "95 low >",
                            1.25),
                    holm(quantity(Metric.WORK, "numeric", Estimator.SOME, "python:std", "rust:std"), "95 high <", 1),
                    "Python is the faster one in at least one numeric workload."));

    private static final Claim CLOSE_TO_C = claim(
            "speed.close-to-c",
            Rules.partly(
                    measure(
                            quantity(Metric.WORK, "numeric memory", Estimator.SUITE, "rust:std", "c:std"),
                            "90 high <",
                            1.25),
                    holm(
                            quantity(Metric.WORK, "numeric memory", Estimator.SOME, "rust:std", "c:std"),
                            "95 low >",
                            1.25),
                    "At least one workload takes Rust more than 1.25 times as long as C."));

    private static final String WHY_REFUTED = "Python's trees are smaller, as the table shows.";

    private static final Claim FOOTPRINT = claim(
            "memory.footprint",
            new Rule(
                    "summary",
                    measure(
                            quantity(Metric.PEAK, "memory", Estimator.SUITE, "python:std", "rust:std"),
                            "95 low >",
                            1.25),
                    List.of(),
                    List.of(),
                    null,
                    WHY_REFUTED));

    private static final Measure C_GAINS = measure(
            quantity(Metric.WORK, "threading/cpu-bound", Estimator.RATIO, "c:std@1", "c:std@cores"), "90 low >", 1.25);

    private static final Claim SCALING = claim(
            "threads.scaling",
            new Rule(
                    "summary",
                    measure(
                            quantity(Metric.SPEEDUP, "threading/cpu-bound", Estimator.RATIO, "c:std", "rust:std"),
                            "90 low >",
                            0.8),
                    List.of(
                            new Rule.Guard(C_GAINS, "C's threads must gain by more than a quarter here."),
                            new Rule.Guard(
                                    measure(
                                            quantity(
                                                    Metric.EFFICIENCY,
                                                    "threading/cpu-bound",
                                                    Estimator.RATIO,
                                                    "c:std@cores"),
                                            "90 low >",
                                            0.7),
                                    "C's speed-up must be more than 0.7 a core.")),
                    List.of(),
                    null,
                    null));

    private static final Claim GIL = claim(
            "threads.gil",
            Rules.guarded(
                    new Condition.All(List.of(
                            measure(
                                    quantity(
                                            Metric.WORK,
                                            "threading/cpu-bound",
                                            Estimator.RATIO,
                                            "python:std@1",
                                            "python:std@cores"),
                                    "90 high <",
                                    1.25),
                            measure(
                                    quantity(
                                            Metric.PARALLELISM,
                                            "threading/cpu-bound",
                                            Estimator.RATIO,
                                            "python:std@cores"),
                                    "90 high <",
                                    1.2))),
                    C_GAINS,
                    "C's threads must gain by more than a quarter here."));

    private static final Claim STARTUP = claim(
            "startup.low-overhead",
            Rules.rule(new Condition.All(List.of(
                    measure(
                            quantity(Metric.WALL, "startup/hello", Estimator.RATIO, "python:std", "rust:std"),
                            "95 low >",
                            1.25),
                    measure(
                            quantity(Metric.PEAK, "startup/hello", Estimator.RATIO, "python:std", "rust:std"),
                            "95 low >",
                            1.25)))));

    @ParameterizedTest
    @CsvSource({
        "40, 30, 0.01, SUPPORTED",
        "40, 0.5, 0.01, PARTLY",
        "0.5, 0.5, 0.01, REFUTED",
        "1.25, 1.25, 0.05, INCONCLUSIVE",
    })
    void interpretedIsSlower(double first, double second, double spread, ClaimVerdict verdict) {
        Synthetic run = Synthetic.run(1).spread(spread);
        pair(run, "numeric/nbody", "python", "rust", first, 10);
        pair(run, "numeric/matmul", "python", "rust", second, 10);
        ClaimResult result = run.analyze(INTERPRETED).claims().get(0);
        assertThat(result.verdict()).isEqualTo(verdict);
    }

    @Test
    void sentenceOfASupportedClaim() {
        Synthetic run = Synthetic.run(2).spread(0.001);
        pair(run, "numeric/nbody", "python", "rust", 40, 10);
        pair(run, "numeric/matmul", "python", "rust", 40, 10);
        ClaimResult result = run.analyze(INTERPRETED).claims().get(0);
        assertThat(result.sentence())
                .isEqualTo(
                        "Rust is 40.00 times faster than Python in work time over 2 workloads (95 % interval 40.00 to 40.01, 20 blocks)."
                                + " Required: above 1.25.");
    }

    @Test
    void reservationIsNamedWithItsWorkloads() {
        Synthetic run = Synthetic.run(3);
        pair(run, "numeric/nbody", "python", "rust", 40, 10);
        pair(run, "numeric/matmul", "python", "rust", 0.5, 10);
        ClaimResult result = run.analyze(INTERPRETED).claims().get(0);
        assertThat(result.sentence())
                .endsWith(" above 1.25. Python is the faster one in at least one numeric workload: numeric/matmul.");
        assertThat(result.evidence()).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({
        "1.05, 1.01, 0.01, SUPPORTED",
        "1.40, 1.00, 0.01, PARTLY",
        "1.40, 1.40, 0.01, REFUTED",
        "1.25, 1.25, 0.05, INCONCLUSIVE",
    })
    void rustIsCloseToC(double numeric, double memory, double spread, ClaimVerdict verdict) {
        Synthetic run = Synthetic.run(4).spread(spread);
        pair(run, "numeric/nbody", "rust", "c", numeric, 10);
        pair(run, "memory/binary-trees", "rust", "c", memory, 10);
        ClaimResult result = run.analyze(CLOSE_TO_C).claims().get(0);
        assertThat(result.verdict()).isEqualTo(verdict);
        assertThat(result.sentence()).contains("C is 1.", " times faster than Rust in work time over 2 workloads");
    }

    @ParameterizedTest
    @CsvSource({"60, SUPPORTED", "9, REFUTED", "12.5, INCONCLUSIVE"})
    void footprint(double pythonMegabytes, ClaimVerdict verdict) {
        ClaimResult result = Synthetic.run(5)
                .trial("memory/binary-trees:python:std@9x1", Figures.ofWork(100, pythonMegabytes))
                .trial("memory/binary-trees:rust:std@9x1", Figures.ofWork(10, 10))
                .analyze(FOOTPRINT)
                .claims()
                .get(0);
        assertThat(result.verdict()).isEqualTo(verdict);
        assertThat(result.sentence()).startsWith(verdict == ClaimVerdict.REFUTED ? "Rust needs " : "Python needs ");
        // the reason stands behind the figures of a refuted claim, and of no other
        assertThat(result.sentence().endsWith("other side. " + WHY_REFUTED)).isEqualTo(verdict == ClaimVerdict.REFUTED);
        assertThat(result.sentence().contains(WHY_REFUTED)).isEqualTo(verdict == ClaimVerdict.REFUTED);
    }

    @ParameterizedTest
    @CsvSource({
        "11, 11, SUPPORTED, 'The speed-up of Rust with 4 threads is '",
        "20, 11, REFUTED, 'the interval is entirely on the other side.'",
        "11, 36, INCONCLUSIVE, 'gain by more than a quarter here.'",
        "11, 20, INCONCLUSIVE, 'must be more than 0.7 a core.'",
        "13.75, 11, INCONCLUSIVE, 'the interval lies on both sides of it.'",
    })
    void scaling(double rustMs, double cMs, ClaimVerdict verdict, String part) {
        ClaimResult result = Synthetic.run(6)
                .trial("threading/cpu-bound:c:std@9x1", Figures.ofThreads(40, 1))
                .trial("threading/cpu-bound:c:std@9x4", Figures.ofThreads(cMs, 3.9))
                .trial("threading/cpu-bound:rust:std@9x1", Figures.ofThreads(40, 1))
                .trial("threading/cpu-bound:rust:std@9x4", Figures.ofThreads(rustMs, 3.9))
                .analyze(SCALING)
                .claims()
                .get(0);
        assertThat(result.verdict()).isEqualTo(verdict);
        assertThat(result.sentence()).contains(part);
        assertThat(result.evidence()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "410, 1.01, 11, SUPPORTED",
        "110, 3.90, 11, REFUTED",
        "410, 1.50, 11, REFUTED",
        "320, 1.01, 11, INCONCLUSIVE",
        "410, 1.01, 39, INCONCLUSIVE",
        "410, 1.01, 32, INCONCLUSIVE",
    })
    void gil(double pythonMs, double busyCores, double cMs, ClaimVerdict verdict) {
        ClaimResult result = Synthetic.run(7)
                .trial("threading/cpu-bound:c:std@9x1", Figures.ofThreads(40, 1))
                .trial("threading/cpu-bound:c:std@9x4", Figures.ofThreads(cMs, 3.9))
                .trial("threading/cpu-bound:python:std@9x1", Figures.ofThreads(400, 1))
                .trial("threading/cpu-bound:python:std@9x4", Figures.ofThreads(pythonMs, busyCores))
                .analyze(GIL)
                .claims()
                .get(0);
        assertThat(result.verdict()).isEqualTo(verdict);
        if (verdict != ClaimVerdict.INCONCLUSIVE) {
            assertThat(result.sentence()).contains(". The CPU time per wall time of Python with 4 threads is ");
        }
    }

    @ParameterizedTest
    @CsvSource({"12, 9, SUPPORTED", "12, 1.1, REFUTED", "1.25, 9, INCONCLUSIVE"})
    void startup(double wall, double peak, ClaimVerdict verdict) {
        ClaimResult result = Synthetic.run(8)
                .trial("startup/hello:python:std@9x1", Figures.withoutWork(wall, peak))
                .trial("startup/hello:rust:std@9x1", Figures.withoutWork(1, 1))
                .analyze(STARTUP)
                .claims()
                .get(0);
        assertThat(result.verdict()).isEqualTo(verdict);
        assertThat(result.sentence()).contains("in wall time in startup/hello", "peak memory as Rust in startup/hello");
    }

    @Test
    void sentenceOfTwoMeasures() {
        ClaimResult result = Synthetic.run(14)
                .spread(0.0001)
                .trial("startup/hello:python:std@9x1", Figures.withoutWork(12, 0.9))
                .trial("startup/hello:rust:std@9x1", Figures.withoutWork(1, 1))
                .analyze(STARTUP)
                .claims()
                .get(0);
        assertThat(result.sentence())
                .isEqualTo(
                        "Rust is 12.000 times faster than Python in wall time in startup/hello (95 % interval 11.999 to 12.000, 20 blocks)."
                                + " Required: above 1.25. Rust needs 1.11 times as much peak memory as Python in startup/hello: Python /"
                                + " Rust is 0.89998 (95 % interval 0.89996 to 0.90000, 20 blocks). Required: above 1.25; the interval is entirely on"
                                + " the other side.");
    }

    @Test
    void everyClaimIsNotTestedWithoutItsData() {
        List<ClaimResult> results = Synthetic.run(9)
                .analyze(INTERPRETED, CLOSE_TO_C, FOOTPRINT, SCALING, GIL, STARTUP)
                .claims();
        assertThat(results).hasSize(6).allSatisfy(result -> {
            assertThat(result.verdict()).isEqualTo(ClaimVerdict.NOT_TESTED);
            assertThat(result.sentence())
                    .startsWith("The rule needs ")
                    .containsPattern("\\(not part of this run; measure it with --suite=[a-z]+\\)\\.$");
            assertThat(result.evidence()).isNotEmpty();
        });
    }

    private static void pair(
            Synthetic run, String workload, String baseline, String contender, double ratio, double ms) {
        run.trial(workload + ":" + baseline + ":std@9x1", Figures.ofWork(ratio * ms, 10));
        run.trial(workload + ":" + contender + ":std@9x1", Figures.ofWork(ms, 2));
    }
}
