package dev.assay.analysis.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analysis.Samples;
import dev.assay.analysis.Synthetic;
import dev.assay.analysis.Synthetic.Figures;
import dev.assay.model.Metric;
import dev.assay.model.result.RunResult;
import dev.assay.model.result.TrialResult;
import dev.assay.model.run.Sample;
import dev.assay.model.run.TrialId;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Blocks 0 and 1 are planned warm-ups, of three times the usual time. */
class WarmUpsTest {
    private static final String PYTHON = "numeric/nbody:python:std@100x1";
    private static final String RUST = "numeric/nbody:rust:std@100x1";

    @Test
    void warmUpThatGoesOnIsOmitted() {
        RunResult result = run(block -> block == 2 ? 2 : block == 3 ? 1.3 : 1);
        assertThat(python(result).counted()).hasSize(18).allMatch(sample -> sample.block() > 3);
        assertThat(python(result).samples()).filteredOn(Sample::warmup).hasSize(4);
        assertThat(result.comparisons())
                .filteredOn(comparison -> comparison.metric() == Metric.WORK)
                .singleElement()
                .satisfies(
                        comparison -> assertThat(comparison.estimate().blocks()).isEqualTo(18));
    }

    @Test
    void warmUpIsCountedInBlocksAndNotInRuns() {
        RunResult result = Synthetic.run(41)
                .trial(PYTHON, Figures.ofWork(400, 10))
                .changed(PYTHON, sample -> Samples.slower(sample, sample.block() == 2 ? 2 : 1))
                .repeatedInBlocks(PYTHON, sample -> List.of(sample, sample))
                .analyze();
        assertThat(python(result).counted()).hasSize(38).allMatch(sample -> sample.block() > 2);
    }

    @Test
    void slowProcessLaterOnIsAnOutlierAndCounts() {
        RunResult result = run(block -> block == 3 ? 2 : 1);
        assertThat(python(result).counted()).hasSize(20);
        assertThat(python(result).outliers(Metric.WORK)).hasValue("1 outlier of 20, 1 of them a spike");
    }

    @Test
    void programThatNeedsNoWarmUpKeepsItsFirstProcess() {
        RunResult result = run(block -> block < 2 ? 1 / 3.0 : block == 2 ? 2 : 1);
        assertThat(python(result).counted()).hasSize(20);
    }

    /** Three sessions of 20 blocks, each behind two planned warm-ups. */
    @Test
    void everySessionHasAWarmUpOfItsOwn() {
        RunResult result = Synthetic.run(41)
                .blocks(60)
                .sessions(3)
                .trial(PYTHON, Figures.ofWork(400, 10))
                .changed(PYTHON, sample -> Samples.slower(sample, sample.block() == 24 || sample.block() == 25 ? 2 : 1))
                .analyze();
        assertThat(python(result).counted())
                .hasSize(58)
                .noneMatch(sample -> sample.block() >= 22 && sample.block() <= 25)
                .anyMatch(sample -> sample.block() == 26)
                .anyMatch(sample -> sample.block() == 46);
    }

    private static RunResult run(IntToDoubleFunction factor) {
        return Synthetic.run(41)
                .trial(PYTHON, Figures.ofWork(400, 10))
                .trial(RUST, Figures.ofWork(10, 2))
                .changed(PYTHON, sample -> Samples.slower(sample, factor.applyAsDouble(sample.block())))
                .analyze();
    }

    private static TrialResult python(RunResult result) {
        return result.trial(TrialId.parse(PYTHON)).orElseThrow();
    }
}
