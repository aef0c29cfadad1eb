package dev.assay.analysis.estimate;

import static dev.assay.analysis.Rules.claim;
import static dev.assay.analysis.Rules.guarded;
import static dev.assay.analysis.Rules.holm;
import static dev.assay.analysis.Rules.measure;
import static dev.assay.analysis.Rules.over;
import static dev.assay.analysis.Rules.quantity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.Examples;
import dev.assay.FiguresBuilder;
import dev.assay.SampleBuilder;
import dev.assay.model.Metric;
import dev.assay.model.catalog.Claim;
import dev.assay.model.catalog.Condition.Estimator;
import dev.assay.model.run.PrecisionTarget;
import dev.assay.model.run.Sample;
import dev.assay.model.run.Trial;
import dev.assay.plan.PrecisionStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How narrow a ratio must become, by how far it lies from the lines of its verdict and of claims. */
class PrecisionByDistanceTest {
    private static final int CORES = 4;

    private final Map<String, List<Trial>> groups = new TreeMap<>();
    private final List<Sample> samples = new ArrayList<>();

    private void timed(String trial, double ms) {
        Trial each = Examples.trial(trial);
        groups.computeIfAbsent(each.id().workload(), id -> new ArrayList<>()).add(each);
        for (int block = 0; block < 10; block++) {
            samples.add(new SampleBuilder(each.id())
                    .order(block, 0, false)
                    .figures(new FiguresBuilder().wall(2e6 * ms).build())
                    .work(Math.round(1e6 * ms))
                    .build());
        }
    }

    private void pythonOverRust(String workload, double ratio) {
        timed(workload + ":rust:std@10x1", 10);
        timed(workload + ":python:std@10x1", 10 * ratio);
    }

    private List<PrecisionStatus> standings(PrecisionTarget target, Claim... claims) {
        return new PrecisionRule(target, List.of(claims), CORES, block -> 1)
                .standings(List.copyOf(groups.values()), samples).stream()
                        .flatMap(List::stream)
                        .toList();
    }

    private List<Double> targets(Claim... claims) {
        return standings(PrecisionTarget.BY_DISTANCE, claims).stream()
                .map(PrecisionStatus::target)
                .toList();
    }

    private double target(Claim... claims) {
        return targets(claims).get(0);
    }

    /** The margin between two programs that are not both native is 1.02. */
    @ParameterizedTest
    @CsvSource({
        "30, 0.1",
        "1.6, 0.1",
        "1.5, 0.0964156",
        "0.6666667, 0.0964156",
        "1.2, 0.0406297",
        "1.07, 0.0119649",
        "1.05, 0.01",
        "1.02, 0.01",
        "1, 0.01"
    })
    void aQuarterOfTheDistanceToTheNearestMarginBetweenOneAndTenPercent(double ratio, double target) {
        pythonOverRust("numeric/a", ratio);
        assertThat(target()).isCloseTo(target, within(1e-6));
    }

    /** Of one build each: both margins are 1.05, and a claim about closeness asks at 1.25. */
    @ParameterizedTest
    @CsvSource({"1, 0.0121975", "1.1, 0.0116300", "1.15, 0.0208454", "1.25, 0.01", "2, 0.1", "0.8, 0.0435883"})
    void nativeProgramsHaveTheirOwnMargins(double ratio, double target) {
        timed("numeric/a:rust:std@10x1", 10 * ratio);
        timed("numeric/a:c:std@10x1", 10);
        assertThat(target()).isCloseTo(target, within(1e-6));
    }

    @Test
    void aThresholdOfAClaimIsALineToo() {
        pythonOverRust("numeric/a", 1.5);
        pythonOverRust("numeric/b", 30);
        Claim some = claim(
                holm(quantity(Metric.WORK, "numeric", Estimator.SOME, "python:std", "rust:std"), "95 low >", 1.3));
        assertThat(target(some)).isCloseTo(Math.log(1.5 / 1.3) / 4, within(1e-6));
        assertThat(targets(some).get(1)).isEqualTo(0.1);
        Claim reversed = claim(measure(
                quantity(Metric.WORK, "numeric/a", Estimator.RATIO, "rust:std", "python:std"), "95 high <", 1 / 1.3));
        assertThat(target(reversed)).isCloseTo(Math.log(1.5 / 1.3) / 4, within(1e-6));
        Claim elsewhere = claim(
                measure(quantity(Metric.WORK, "text", Estimator.SUITE, "python:std", "rust:std"), "95 low >", 1.49));
        assertThat(target(elsewhere)).isEqualTo(target());
        Claim bytes = claim(measure(
                quantity(Metric.PEAK, "numeric/a", Estimator.RATIO, "python:std", "rust:std"), "95 low >", 1.5));
        assertThat(target(bytes)).isEqualTo(target());
        Claim guard = claim(
                "guarded",
                guarded(
                        measure(
                                quantity(Metric.WORK, "text", Estimator.SUITE, "python:std", "rust:std"),
                                "95 low >",
                                2),
                        measure(
                                quantity(Metric.WORK, "numeric/a", Estimator.RATIO, "python:std", "rust:std"),
                                "95 low >",
                                1.3),
                        "It must."));
        assertThat(target(guard)).isEqualTo(target(some));
    }

    /** Each error of a mean of four may be twice as large as that of the mean. */
    @Test
    void aMeanLeavesItsWorkloadsTheRootOfTheirNumber() {
        for (String workload : List.of("numeric/a", "numeric/b", "numeric/c", "numeric/d")) {
            pythonOverRust(workload, workload.endsWith("a") ? 16 : 2);
        }
        Claim mean = claim(
                measure(quantity(Metric.WORK, "numeric", Estimator.SUITE, "python:std", "rust:std"), "95 low >", 3.2));
        double distance = Math.log(16 * 2 * 2 * 2) / 4 - Math.log(3.2);
        assertThat(targets(mean))
                .hasSize(4)
                .allSatisfy(target -> assertThat(target).isCloseTo(2 * distance / 4, within(1e-6)));
    }

    @Test
    void aRatioOfRatiosIsWhatLiesNearItsThreshold() {
        pythonOverRust("errors/half", 40);
        pythonOverRust("errors/none", 30);
        Claim slowdown = claim(over(
                quantity(Metric.WORK, "errors/half", Estimator.RATIO, "python:std", "rust:std"),
                quantity(Metric.WORK, "errors/none", Estimator.RATIO, "python:std", "rust:std"),
                "95 low >",
                1.25));
        double each = Math.log(40 / 30.0 / 1.25) / Math.sqrt(2) / 4;
        assertThat(targets(slowdown)).allSatisfy(target -> assertThat(target).isCloseTo(each, within(1e-6)));
    }

    @Test
    void speedUpsAreDifferencesOfPairs() {
        timed("threading/a:c:std@10x1", 10);
        timed("threading/a:c:std@10x4", 10 / 3.8);
        timed("threading/a:rust:std@10x1", 10);
        timed("threading/a:rust:std@10x4", 10 / 3.4);
        Claim scaling = claim(measure(
                quantity(Metric.SPEEDUP, "threading/a", Estimator.RATIO, "c:std", "rust:std"), "90 low >", 0.8));
        double each = Math.log(3.4 / 3.8 / 0.8) / Math.sqrt(2) / 4;
        List<PrecisionStatus> standings = standings(PrecisionTarget.BY_DISTANCE, scaling);
        assertThat(standings)
                .filteredOn(standing -> standing.isAbout(
                                Examples.trial("threading/a:c:std@10x1").id())
                        && standing.isAbout(
                                Examples.trial("threading/a:c:std@10x4").id()))
                .singleElement()
                .satisfies(standing -> assertThat(standing.target()).isCloseTo(each, within(1e-6)));
        Claim efficiency = claim(measure(
                quantity(Metric.EFFICIENCY, "threading/a", Estimator.RATIO, "rust:std@cores"), "90 low >", 0.8));
        assertThat(standings(PrecisionTarget.BY_DISTANCE, efficiency))
                .filteredOn(standing -> standing.isAbout(
                                Examples.trial("threading/a:rust:std@10x1").id())
                        && standing.isAbout(
                                Examples.trial("threading/a:rust:std@10x4").id()))
                .singleElement()
                .satisfies(
                        standing -> assertThat(standing.target()).isCloseTo(Math.log(3.4 / 4 / 0.8) / 4, within(1e-6)));
    }

    @Test
    void aFixedPrecisionIsTheSameEverywhere() {
        pythonOverRust("numeric/a", 1.5);
        pythonOverRust("numeric/b", 30);
        assertThat(standings(PrecisionTarget.fixed(0.03)))
                .hasSize(2)
                .allSatisfy(standing -> assertThat(standing.target()).isEqualTo(0.03));
    }

    @Test
    void aSessionOfSeveralMayBeWiderByTheRootOfTheirNumber() {
        pythonOverRust("numeric/a", 1.2);
        assertThat(standings(PrecisionTarget.BY_DISTANCE.ofSession(4)).get(0).target())
                .isCloseTo(2 * 0.0406297, within(1e-6));
    }

    @Test
    void onlyWhatAClaimNeedsIsWaitedFor() {
        pythonOverRust("numeric/a", 1.5);
        Claim far = claim(measure(
                quantity(Metric.WORK, "numeric/a", Estimator.RATIO, "python:std", "rust:std"), "95 low >", 1.1));
        assertThat(standings(PrecisionTarget.BY_DISTANCE, far).get(0).claimed()).isFalse();
        samples.remove(0);
        samples.removeIf(sample -> sample.block() > 4);
        assertThat(standings(PrecisionTarget.BY_DISTANCE).get(0).claimed()).isFalse();
        assertThat(standings(PrecisionTarget.BY_DISTANCE, far).get(0).claimed()).isTrue();
    }
}
