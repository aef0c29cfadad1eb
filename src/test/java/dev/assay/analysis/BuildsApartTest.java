package dev.assay.analysis;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.Examples;
import dev.assay.analysis.Synthetic.Figures;
import dev.assay.model.Metric;
import dev.assay.model.catalog.Condition.Estimator;
import dev.assay.model.result.ClaimResult;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.Comparison.Verdict;
import dev.assay.model.result.Interval;
import dev.assay.model.result.RunResult;
import dev.assay.model.result.SecondaryStatistics;
import dev.assay.model.run.StopReason;
import dev.assay.model.run.StoppingPolicy;
import dev.assay.model.run.Trial;
import dev.assay.plan.PrecisionStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Programs of several builds, which lie apart by more than the noise. */
class BuildsApartTest {
    private static final String RUST = "numeric/a:rust:std@9x1";
    private static final String C = "numeric/a:c:std@9x1";
    private static final String PYTHON = "numeric/a:python:std@9x1";
    private static final String SPEEDUP_ONE = "threading/a:c:std@9x1";
    private static final String SPEEDUP_FOUR = "threading/a:c:std@9x4";
    private static final double[] ALIKE = {1, 1, 1};
    private static final double[] APART = {1, 1.08, 1.16};
    private static final double[] OTHERS = {1.1, 1, 1.12};

    /** Programs of 10 ms in Rust and C, but for the factors of their builds. */
    private static Synthetic run(long seed, int blocks, double[] rust, double[] c) {
        return Synthetic.run(seed)
                .blocks(blocks)
                .spread(0.005)
                .trial(RUST, Figures.ofWork(10, 2))
                .trial(C, Figures.ofWork(10, 1))
                .changed(
                        RUST,
                        sample -> Samples.ofBuild(sample, rustBuild(sample.block()), rust[rustBuild(sample.block())]))
                .changed(C, sample -> Samples.ofBuild(sample, sample.block() % 3, c[sample.block() % 3]));
    }

    /** Crosses the builds of the other, a third of which each meets. */
    private static int rustBuild(int block) {
        return (block + block / 3) % 3;
    }

    private static Comparison work(RunResult result, String baseline, String contender) {
        return result.comparisons().stream()
                .filter(comparison -> comparison.metric() == Metric.WORK
                        && comparison.baseline().toString().equals(baseline)
                        && comparison.contender().toString().equals(contender))
                .findFirst()
                .orElseThrow();
    }

    private static Interval at95(Comparison comparison) {
        return requireNonNull(comparison.estimate().at95());
    }

    private static SecondaryStatistics.Builds builds(Comparison comparison) {
        return requireNonNull(comparison.beside().builds());
    }

    private static double width(Interval interval) {
        return Math.log(interval.high() / interval.low()) / 2;
    }

    @Test
    void aVerdictRestsOnTheIntervalForAllBuildsAndThatForTheseStandsBeside() {
        Comparison comparison = work(run(1, 18, APART, ALIKE).analyze(), RUST, C);
        double typical = Math.cbrt(1.08 * 1.16);
        Interval these = requireNonNull(builds(comparison).at95());
        assertThat(builds(comparison).baseline()).isEqualTo(3);
        assertThat(builds(comparison).contender()).isEqualTo(3);
        assertThat(these.contains(typical)).isTrue();
        assertThat(width(these)).isLessThan(0.01);
        // Student's quantile for two degrees of freedom is 4.3, the builds lie 7.4 % apart
        assertThat(width(at95(comparison))).isCloseTo(4.303 * 0.0742 / Math.sqrt(3), within(0.03));
        assertThat(at95(comparison).contains(1)).isTrue();
        assertThat(comparison.verdict()).isEqualTo(Verdict.UNCLEAR);
        assertThat(comparison.reasons())
                .anySatisfy(reason -> assertThat(reason)
                        .startsWith("builds: for these builds alone the interval is 1.0")
                        .endsWith("which means 'better'; other builds of the same code may differ"));
    }

    @Test
    void aDifferenceFarBeyondThatOfTheBuildsIsFound() {
        double[] slower = Arrays.stream(OTHERS).map(factor -> 1.5 * factor).toArray();
        assertThat(work(run(2, 18, slower, ALIKE).analyze(), RUST, C).verdict()).isEqualTo(Verdict.BETTER);
    }

    /** Each program's builds are drawn anew. The margin of 5 % is on top of the interval, so that even fewer are wrong. */
    @Test
    void programsThatAreEqualOnAverageComeOutApartInAtMostFivePerCent() {
        Random random = new Random(4);
        int runs = 150;
        int wrong = 0;
        int onThese = 0;
        for (int round = 0; round < runs; round++) {
            Comparison comparison =
                    work(run(round, 14, drawn(random), drawn(random)).analyze(), RUST, C);
            Interval these = requireNonNull(builds(comparison).at95());
            wrong += beyond(comparison.verdict()) ? 1 : 0;
            onThese += these.low() > 1.05 || these.high() < 1 / 1.05 ? 1 : 0;
        }
        assertThat(wrong).isLessThanOrEqualTo(runs / 20);
        // else this would show nothing
        assertThat(onThese).isGreaterThan(runs / 10);
    }

    private static double[] drawn(Random random) {
        return random.doubles(3)
                .map(ignored -> Math.exp(0.06 * random.nextGaussian()))
                .toArray();
    }

    private static boolean beyond(Verdict verdict) {
        return verdict == Verdict.BETTER || verdict == Verdict.WORSE;
    }

    /** Before, what builds add was noise: 8 % of it take many times the blocks to reach 1 %. */
    @Test
    void buildsThatLieApartTakeNoMoreBlocks() {
        Synthetic run = run(3, 14, APART, OTHERS);
        List<Trial> group = run.build().header().trials();
        PrecisionStatus standing = PrecisionStatus.worst(Examples.precisionRule(0.01)
                .standings(List.of(group), run.build().samples())
                .get(0));
        assertThat(standing.width()).isLessThan(0.006);
        assertThat(standing.precise()).isTrue();
        Interval these = requireNonNull(builds(work(run.analyze(), RUST, C)).at95());
        assertThat(standing.width()).isCloseTo(Math.expm1(width(these)), within(1e-9));
    }

    /** The builds measured are known to differ: more of the budget would have told nothing of others. */
    @Test
    void whatIsOpenBecauseOfTheBuildsIsNotLaidToTheBudget() {
        Comparison comparison = work(stopped(0.02), RUST, C);
        assertThat(Math.expm1(width(at95(comparison)))).isGreaterThan(0.02);
        assertThat(comparison.verdict()).isEqualTo(Verdict.UNCLEAR);
        assertThat(comparison.reasons()).noneMatch(reason -> reason.startsWith("budget"));
        // the same where these builds are known less precisely than was asked for
        assertThat(work(stopped(0.0001), RUST, C).verdict()).isEqualTo(Verdict.UNCLEAR);
    }

    private static RunResult stopped(double precision) {
        return run(1, 18, APART, ALIKE)
                .stopping(
                        new StoppingPolicy(10, 2, precision, 1_000_000_000),
                        new StopReason("numeric/a", StopReason.Reason.BUDGET, 18, 0.01, precision))
                .analyze();
    }

    @Test
    void claimsAndMeansRestOnTheIntervalForAllBuilds() {
        RunResult result = run(1, 18, APART, ALIKE)
                .analyze(Rules.claim(Rules.measure(
                        Rules.quantity(Metric.WORK, "numeric/a", Estimator.RATIO, "rust:std", "c:std"),
                        "95 low >",
                        1.02)));
        ClaimResult claim = result.claims().get(0);
        Comparison comparison = work(result, RUST, C);
        assertThat(claim.evidence().get(0).estimate()).isEqualTo(comparison.estimate());
        assertThat(claim.evidence().get(0).outcome()).isEqualTo(ClaimResult.Outcome.UNDECIDED);
        assertThat(result.summaries())
                .filteredOn(summary -> summary.metric() == Metric.WORK)
                .singleElement()
                .satisfies(summary -> assertThat(summary.estimate()).isEqualTo(comparison.estimate()));
    }

    /** The builds of one side are a sample too, whatever stands on the other. */
    @Test
    void ofPythonAndRustTheBuildsOfRustAreASample() {
        RunResult result =
                run(5, 18, APART, ALIKE).trial(PYTHON, Figures.ofWork(400, 10)).analyze();
        Comparison comparison = work(result, PYTHON, RUST);
        assertThat(builds(comparison).baseline()).isEqualTo(1);
        assertThat(builds(comparison).contender()).isEqualTo(3);
        assertThat(width(at95(comparison)))
                .isGreaterThan(10 * width(requireNonNull(builds(comparison).at95())));
        assertThat(comparison.verdict()).isEqualTo(Verdict.BETTER);
    }

    /** The layout moves both times alike, so that nothing of it is left. */
    @Test
    void aSpeedUpOfOneExecutableKnowsNothingOfItsLayout() {
        RunResult result = Synthetic.run(6)
                .blocks(18)
                .spread(0.005)
                .trial(SPEEDUP_ONE, Figures.ofThreads(40, 1))
                .trial(SPEEDUP_FOUR, Figures.ofThreads(10, 4))
                .changed(SPEEDUP_ONE, sample -> Samples.ofBuild(sample, sample.block() % 3, APART[sample.block() % 3]))
                .changed(SPEEDUP_FOUR, sample -> Samples.ofBuild(sample, sample.block() % 3, APART[sample.block() % 3]))
                .analyze();
        Interval interval = at95(work(result, SPEEDUP_ONE, SPEEDUP_FOUR));
        assertThat(interval.contains(4)).isTrue();
        assertThat(width(interval)).isLessThan(0.015);
    }

    /** As it was: a journal of old, commands, programs of one build. */
    @Test
    void withOneBuildThereIsOneInterval() {
        RunResult result = Synthetic.run(7)
                .trial(RUST, Figures.ofWork(10, 2))
                .trial(C, Figures.ofWork(10, 1))
                .analyze();
        assertThat(work(result, RUST, C).beside().builds()).isNull();
        assertThat(result.comparisons())
                .noneMatch(comparison -> comparison.beside().builds() != null);
    }

    /** Each block of Python holds every build of Rust twice, so its ratio is of all builds alike and no noisier than one build would be. */
    @Test
    void buildsThatTakeTurnsWithinABlockAreNoNoiseOfBlocks() {
        RunResult result = Synthetic.run(5)
                .blocks(12)
                .spread(0.005)
                .trial(PYTHON, Figures.ofWork(400, 10))
                .trial(RUST, Figures.ofWork(10, 2))
                .repeatedInBlocks(
                        RUST,
                        sample -> IntStream.range(0, 6)
                                .mapToObj(run -> Samples.ofBuild(sample, run % 3, APART[run % 3]))
                                .toList())
                .analyze();
        Comparison comparison = work(result, PYTHON, RUST);
        double typical = Math.cbrt(APART[0] * APART[1] * APART[2]);
        assertThat(comparison.estimate().blocks()).isEqualTo(12);
        assertThat(comparison.estimate().value()).isCloseTo(40 / typical, within(0.2));
        assertThat(builds(comparison).contender()).isEqualTo(3);
        assertThat(width(requireNonNull(builds(comparison).at95()))).isLessThan(0.006);
        assertThat(width(at95(comparison))).isGreaterThan(0.1);
    }
}
