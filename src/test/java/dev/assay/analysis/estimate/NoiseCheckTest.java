package dev.assay.analysis.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.assay.analysis.Analysis;
import dev.assay.analysis.Samples;
import dev.assay.analysis.Synthetic;
import dev.assay.analysis.Synthetic.Figures;
import dev.assay.model.Metric;
import dev.assay.model.Warning;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.Comparison.Verdict;
import dev.assay.model.result.Interval;
import dev.assay.model.result.Noise;
import dev.assay.model.result.RunResult;
import dev.assay.model.run.Recording;
import dev.assay.model.run.Sample;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class NoiseCheckTest {
    private static final String RUST = "numeric/nbody:rust:std@100x1";
    private static final String PYTHON = "numeric/nbody:python:std@100x1";

    @Test
    void quietMachinePasses() {
        Noise noise = Synthetic.run(1).canary(1).analyze().noise();
        assertThat(noise.canaryPassed()).isTrue();
        assertThat(noise.resolution()).isEqualTo(1.02);
        assertThat(canary(noise).verdict()).isEqualTo(Verdict.EQUIVALENT);
        assertThat(noise.floor().typical().get(Metric.WALL)).isNotNull();
        assertThat(Objects.requireNonNull(noise.floor().typical().get(Metric.WALL))
                        .value())
                .isCloseTo(0.7e6, within(0.01e6));
    }

    @Test
    void shiftFailsAndIsTheResolution() {
        RunResult result = Synthetic.run(2).canary(1.1).analyze();
        Noise noise = result.noise();
        assertThat(noise.canaryPassed()).isFalse();
        Interval at90 = Objects.requireNonNull(canary(noise).estimate().at90());
        assertThat(noise.resolution()).isCloseTo(1 / at90.low(), within(1e-12)).isBetween(1.09, 1.12);
        assertThat(result.warnings())
                .extracting(Warning::code, warning -> warning.message().contains("1.1"))
                .contains(tuple("canary", true));
    }

    @Test
    void wideIntervalFailsEvenAroundOne() {
        Noise noise = Synthetic.run(3).spread(0.3).canary(1).analyze().noise();
        assertThat(Objects.requireNonNull(canary(noise).estimate().at90()).contains(1))
                .isTrue();
        assertThat(noise.canaryPassed()).isFalse();
        assertThat(noise.resolution()).isGreaterThan(1.02);
    }

    @Test
    void noVerdictRestsOnLessThanTheResolution() {
        RunResult noisy = Synthetic.run(4)
                .canary(1.2)
                .trial(PYTHON, Figures.ofWork(11, 3))
                .trial(RUST, Figures.ofWork(10, 1))
                .analyze();
        Comparison near = work(noisy);
        assertThat(near.margin()).isEqualTo(noisy.noise().resolution()).isGreaterThan(1.19);
        assertThat(near.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(near.reasons()).singleElement().asString().startsWith("canary: ");

        RunResult far = Synthetic.run(4)
                .canary(1.2)
                .trial(PYTHON, Figures.ofWork(400, 3))
                .trial(RUST, Figures.ofWork(10, 1))
                .analyze();
        assertThat(work(far).verdict()).isEqualTo(Verdict.BETTER);
    }

    /** The canary is a time. Here Python needs 1.1 times the memory: less than the noise of the clock, and clear all the same. */
    @Test
    void memoryIsNotComparedWithTheNoiseOfTheClock() {
        RunResult noisy = Synthetic.run(4)
                .spread(0.001)
                .canary(1.2)
                .trial(PYTHON, Figures.ofWork(10, 11))
                .trial(RUST, Figures.ofWork(10, 10))
                .analyze();
        assertThat(noisy.noise().canaryPassed()).isFalse();
        Comparison peak = noisy.comparisons().stream()
                .filter(comparison -> comparison.metric() == Metric.PEAK)
                .findFirst()
                .orElseThrow();
        assertThat(peak.margin()).isEqualTo(1.02);
        assertThat(peak.verdict()).isEqualTo(Verdict.BETTER);
    }

    @Test
    void withoutCanaryNothingIsKnown() {
        Noise none = Synthetic.run(5).analyze().noise();
        assertThat(none.canary()).isNull();
        assertThat(none.canaryPassed()).isNull();
        assertThat(none.resolution()).isEqualTo(1.02);
    }

    @Test
    void tooFewBlocksNeitherPassNorFail() {
        Noise noise = Synthetic.run(6).blocks(4).canary(1).analyze().noise();
        assertThat(canary(noise).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(noise.canaryPassed()).isNull();
    }

    @Test
    void canaryThatFailsIsSaidSo() {
        Recording recording = Synthetic.run(7).canary(1).build();
        List<Sample> samples = recording.samples().stream()
                .map(sample -> sample.trial().equals(Synthetic.CANARY_B)
                        ? Samples.failing(sample, "exited with code 1")
                        : sample)
                .toList();
        RunResult result = Analysis.analyze(
                new Recording(recording.header(), List.of(), samples, List.of(), List.of(), List.of(), recording.end()),
                Synthetic.ARTICLE,
                List.of());
        assertThat(result.noise().canary()).isNull();
        assertThat(result.warnings()).extracting(Warning::code).containsExactly("trial-failed");
    }

    private static Comparison canary(Noise noise) {
        return Objects.requireNonNull(noise.canary());
    }

    private static Comparison work(RunResult result) {
        return result.comparisons().stream()
                .filter(comparison -> comparison.metric() == Metric.WORK)
                .findFirst()
                .orElseThrow();
    }
}
