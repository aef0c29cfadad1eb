package dev.assay.analysis.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.FiguresBuilder;
import dev.assay.analysis.Synthetic;
import dev.assay.analysis.Synthetic.Figures;
import dev.assay.model.Metric;
import dev.assay.model.Warning;
import dev.assay.model.result.RunResult;
import dev.assay.model.run.PeakQuality;
import dev.assay.model.run.ProcessMeasurements;
import dev.assay.model.run.TrialId;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Peaks of followed processes stand only where those of the timed ones do not speak against them. */
class FollowedPeaksTest {
    private static final String PYTHON = "memory/trees:python:std@100x1";
    private static final String RUST = "memory/trees:rust:std@100x1";
    private static final double MB = 1e6;

    /** The timed processes hold 30 MB and 3 MB by {@code ru_maxrss}. */
    private static Synthetic pair() {
        return Synthetic.run(1).trial(PYTHON, Figures.ofWork(400, 30)).trial(RUST, Figures.ofWork(10, 3));
    }

    private static ProcessMeasurements peak(double megabytes, PeakQuality quality) {
        return new FiguresBuilder()
                .peak(megabytes * MB, quality)
                .quantum(0)
                .processes(1)
                .tree(megabytes * MB, megabytes * MB)
                .build();
    }

    private static ProcessMeasurements exact(double megabytes) {
        return peak(megabytes, PeakQuality.EXACT);
    }

    private static ProcessMeasurements byUsage(double megabytes) {
        return new FiguresBuilder().peak(megabytes * MB, PeakQuality.RUSAGE).build();
    }

    private static double typical(RunResult result, String id) {
        return Objects.requireNonNull(
                        result.trial(TrialId.parse(id)).orElseThrow().typical().get(Metric.PEAK))
                .value();
    }

    private static double ratio(RunResult result) {
        return result.comparisons().stream()
                .filter(each -> each.metric() == Metric.PEAK)
                .findFirst()
                .orElseThrow()
                .estimate()
                .value();
    }

    @Test
    void aPeakThatBeingFollowedHasInflatedIsReplacedOnBothSides() {
        RunResult result = pair().followed(PYTHON, exact(29), exact(29))
                .followed(RUST, exact(114), exact(110))
                .analyze();
        assertThat(typical(result, RUST)).isCloseTo(3 * MB, within(0.3 * MB));
        assertThat(typical(result, PYTHON)).isCloseTo(29 * MB, within(1.0));
        assertThat(ratio(result)).isCloseTo(10, within(1.0));
        assertThat(result.warnings())
                .filteredOn(warning -> warning.code().equals("followed-otherwise"))
                .singleElement()
                .extracting(Warning::message)
                .asString()
                .endsWith("of the timed processes: " + RUST + ".");
    }

    /** A debugger that only says that it cannot trace its program, and exits with 0. */
    @Test
    void aPeakThatOnlyTheTimedProcessesReachReplacesTheFollowedOnesOnBothSides() {
        RunResult result = pair().followed(PYTHON, exact(9), exact(9.2))
                .followed(RUST, exact(2.8), exact(2.8))
                .analyze();
        assertThat(typical(result, PYTHON)).isCloseTo(30 * MB, within(3 * MB));
        assertThat(ratio(result)).as("30 / 3, and not 9 / 2.8").isCloseTo(10, within(1.0));
        assertThat(result.warnings())
                .filteredOn(warning -> warning.code().equals("followed-otherwise"))
                .singleElement()
                .extracting(Warning::message)
                .asString()
                .endsWith("of the timed processes: " + PYTHON + ".");
    }

    @Test
    void whatLiesWithinLayoutStands() {
        RunResult result = pair().followed(PYTHON, exact(31), exact(31))
                .followed(RUST, exact(3.9), exact(3.9))
                .analyze();
        assertThat(ratio(result)).isCloseTo(31 / 3.9, within(1e-6));
        assertThat(result.warnings()).extracting(Warning::code).doesNotContain("followed-otherwise", "unfollowable");
    }

    @Test
    void whatNobodyWaitsForMayBeLargerByRight() {
        ProcessMeasurements untold = new FiguresBuilder()
                .peak(114 * MB, PeakQuality.EXACT)
                .quantum(0)
                .processes(2)
                .tree(114 * MB, 114 * MB)
                .cpuComplete(false)
                .build();
        RunResult result = pair().followed(PYTHON, exact(29), exact(29))
                .followed(RUST, untold, untold)
                .analyze();
        assertThat(typical(result, RUST)).isCloseTo(114 * MB, within(1.0));
    }

    @Test
    void aProgramThatCannotBeFollowedIsComparedByWhatTheKernelSaysOfBoth() {
        RunResult result = pair().followed(PYTHON, exact(20), exact(20))
                .followed(RUST, byUsage(2), byUsage(2))
                .analyze();
        assertThat(typical(result, RUST)).isCloseTo(3 * MB, within(0.3 * MB));
        assertThat(ratio(result)).as("30 / 3, and not 20 / 2").isCloseTo(10, within(1.0));
        assertThat(result.warnings())
                .filteredOn(warning -> warning.code().equals("unfollowable"))
                .singleElement()
                .extracting(Warning::message)
                .asString()
                .endsWith(RUST + ".");
    }

    @Test
    void whereNobodyCanBeFollowedNothingIsReplaced() {
        RunResult result = pair().followed(PYTHON, byUsage(20), byUsage(20))
                .followed(RUST, byUsage(2), byUsage(2))
                .analyze();
        assertThat(ratio(result)).isCloseTo(10, within(1e-6));
        assertThat(typical(result, RUST)).isCloseTo(2 * MB, within(1.0));
        assertThat(result.warnings()).extracting(Warning::code).doesNotContain("followed-otherwise", "unfollowable");
    }
}
