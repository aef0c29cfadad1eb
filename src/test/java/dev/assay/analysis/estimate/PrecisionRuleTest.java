package dev.assay.analysis.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.Examples;
import dev.assay.FiguresBuilder;
import dev.assay.SampleBuilder;
import dev.assay.model.run.Sample;
import dev.assay.model.run.Trial;
import dev.assay.plan.PrecisionStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PrecisionRuleTest {
    private static final double[] RUST = {
        1.062, 1.071, 1.058, 1.066, 1.391, 1.074, 1.069, 1.060, 1.083, 1.065, 1.077, 1.068
    };
    private static final double[] C = {1.004, 1.011, .998, 1.009, 1.013, 1.015, 1.002, 1.007, 1.021, 1.000, 1.012, 1.010
    };
    private static final double[] PYTHON = {
        31.42, 31.95, 31.10, 31.61, 32.02, 31.88, 31.37, 31.55, 32.41, 31.29, 31.73, 31.66
    };

    private final Trial rust = Examples.trial("numeric/a:rust:std@10x1");
    private final Trial c = Examples.trial("numeric/a:c:std@10x1");
    private final Trial python = Examples.trial("numeric/a:python:std@10x1");
    private final PrecisionRule rule = Examples.precisionRule(0.004);
    private final List<Sample> samples = new ArrayList<>();

    /** Processes whose wall time wanders by far more than their work time, after one warm-up that belongs to neither. */
    private void measure(Trial trial, double[] workMs) {
        add(trial, 0, true, 9e9, 8_000_000_000L, null);
        for (int i = 0; i < workMs.length; i++) {
            add(trial, i + 1, false, 5e7 * (1 + (i * 7 % 12) / 10.0), Math.round(workMs[i] * 1e6), null);
        }
    }

    private void add(
            Trial trial, int block, boolean warmup, double wallNs, @Nullable Long workNs, @Nullable String problem) {
        samples.add(new SampleBuilder(trial.id())
                .order(block, 0, warmup)
                .figures(new FiguresBuilder().wall(wallNs).build())
                .work(workNs)
                .problem(problem)
                .build());
    }

    private PrecisionStatus standing(Trial... group) {
        return PrecisionStatus.worst(
                rule.standings(List.of(List.of(group)), samples).get(0));
    }

    /** The ends of the interval are SciPy's, as the page on statistics of the design has them. */
    @Test
    void theWidthIsThatOfTheIntervalOfWorkTimes() {
        measure(rust, RUST);
        measure(c, C);
        PrecisionStatus standing = standing(rust, c);
        assertThat(standing.baseline()).isEqualTo(rust.id());
        assertThat(standing.contender()).isEqualTo(c.id());
        assertThat(standing.value()).isCloseTo(1.0605736125, within(1e-6));
        assertThat(standing.width()).isCloseTo(Math.sqrt(1.0659327253 / 1.0575973195) - 1, within(1e-6));
        assertThat(standing.knownWidth()).isEqualTo(standing.width());
    }

    /** A spike is among the first ten blocks, so that the interval is narrow after the twelfth for the first time. */
    @Test
    void aGroupIsPreciseWhenItsIntervalHasStayedNarrow() {
        measure(rust, RUST);
        measure(c, C);
        assertThat(standing(rust, c).width()).isLessThan(0.004);
        assertThat(standing(rust, c).precise()).isFalse();
        samples.clear();
        measure(rust, again(RUST));
        measure(c, again(C));
        assertThat(standing(rust, c).precise()).isTrue();
    }

    /** The series, and four of its blocks once more. */
    private static double[] again(double... series) {
        double[] longer = Arrays.copyOf(series, 16);
        System.arraycopy(series, 5, longer, 12, 4);
        return longer;
    }

    @Test
    void theComparisonThatIsKnownWorstDecides() {
        measure(rust, RUST);
        measure(c, C);
        measure(python, PYTHON);
        PrecisionStatus standing = standing(rust, python, c);
        assertThat(standing.baseline()).isEqualTo(python.id());
        assertThat(standing.contender()).isEqualTo(rust.id());
        assertThat(standing.width()).isCloseTo(Math.sqrt(29.7237612891 / 29.3627268072) - 1, within(1e-6));
        assertThat(standing.precise()).isFalse();
    }

    /** Each block holds its process three times: once as it was, and once as much faster as slower. */
    @Test
    void severalRunsOfABlockAreOne() {
        measure(rust, RUST);
        measure(c, C);
        double once = standing(rust, c).width();
        measure(rust, Arrays.stream(RUST).map(ms -> ms * 1.05).toArray());
        measure(rust, Arrays.stream(RUST).map(ms -> ms / 1.05).toArray());
        PrecisionStatus standing = standing(rust, c);
        assertThat(standing.width()).isCloseTo(once, within(1e-6));
        assertThat(standing.value()).isCloseTo(1.0605736125, within(1e-6));
    }

    /** Whether the programs differ, and by how much, is not looked at. */
    @Test
    void onlyTheWidthIsLookedAt() {
        measure(rust, RUST);
        measure(c, C);
        double equal = standing(rust, c).width();
        samples.clear();
        measure(rust, RUST);
        measure(c, Arrays.stream(C).map(ms -> 3 * ms).toArray());
        assertThat(standing(rust, c).width()).isCloseTo(equal, within(1e-5));
    }

    /** A width of that many times the target takes the square of that many times the blocks. */
    @Test
    void whatIsNeededFollowsTheRootOfTheNumberOfBlocks() {
        PrecisionStatus standing = new PrecisionStatus(rust.id(), c.id(), 1.06, 0.03, 0.01, false, false);
        assertThat(standing.neededBlocks(10)).isCloseTo(90, within(1e-9));
    }

    @Test
    void aProgramWithoutAWorkTimeIsJudgedByTheWholeProcess() {
        Trial silent = new Trial(c.id(), c.command(), c.expected(), false, null);
        for (int block = 0; block < 12; block++) {
            add(rust, block, false, 2e6 * RUST[block], 1L, null);
            add(silent, block, false, 1e6 * C[block], null, null);
        }
        assertThat(standing(rust, silent).value()).isCloseTo(2 * 1.0605736125, within(1e-6));
    }

    @Test
    void aWorkTimeOfZeroLeavesTheWallTime() {
        for (int block = 0; block < 12; block++) {
            add(rust, block, false, 1e6 * RUST[block], 0L, null);
            add(c, block, false, 1e6 * C[block], 7L, null);
        }
        assertThat(standing(rust, c).value()).isCloseTo(1.0605736125, within(1e-6));
    }

    @Test
    void speedUpsAreJudgedToo() {
        Trial two = Examples.trial("numeric/a:c:std@10x2");
        measure(c, C);
        measure(two, RUST);
        PrecisionStatus standing = standing(c, two);
        assertThat(standing.baseline()).isEqualTo(c.id());
        assertThat(standing.contender()).isEqualTo(two.id());
        assertThat(standing.value()).isCloseTo(1 / 1.0605736125, within(1e-6));
    }

    @Test
    void withoutAnyPairTheTimesThemselvesAreJudged() {
        measure(python, PYTHON);
        PrecisionStatus standing = standing(python);
        assertThat(standing.contender()).isNull();
        assertThat(standing.value()).isBetween(31.1e6, 32.1e6);
        assertThat(standing.width()).isBetween(0.003, 0.02);
    }

    @Test
    void fiveBlocksHaveNoIntervalAndSoNoWidth() {
        for (int block = 0; block < 5; block++) {
            add(rust, block, false, 1e6, 1000L, null);
            add(c, block, false, 1e6, 1000L, null);
        }
        PrecisionStatus standing = standing(rust, c);
        assertThat(standing.width()).isInfinite();
        assertThat(standing.knownWidth()).isNull();
        assertThat(standing.precise()).isFalse();
    }

    @Test
    void beforeAnythingCountsNothingIsKnown() {
        assertThat(standing(rust, c).width()).isInfinite();
        add(rust, 0, true, 1e6, 1000L, null);
        assertThat(standing(rust, c).value()).isNaN();
    }

    @Test
    void aPairOfWhichOneFailedIsNotJudgedAndWithoutAnyOtherThereIsNothingToJudge() {
        measure(rust, RUST);
        measure(c, C);
        measure(python, PYTHON);
        add(python, 13, false, 1e6, 1000L, "wrong output");
        assertThat(standing(rust, python, c).contender()).isEqualTo(c.id());
        add(rust, 13, false, 1e6, 1000L, "wrong output");
        assertThat(rule.standings(List.of(List.of(rust, python, c)), samples)).containsExactly(List.of());
    }
}
