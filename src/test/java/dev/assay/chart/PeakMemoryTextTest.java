package dev.assay.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Examples;
import dev.assay.FiguresBuilder;
import dev.assay.SampleBuilder;
import dev.assay.fixture.RunBuilder;
import dev.assay.fixture.SampleRuns;
import dev.assay.model.result.TrialResult;
import dev.assay.model.run.Command;
import dev.assay.model.run.PeakQuality;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.Trial;
import dev.assay.model.run.TrialId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeakMemoryTextTest {
    private static final TrialId ID = SampleRuns.id("numeric/nbody", "rust", 1, 1);
    private static final String KERNEL =
            "from the kernel (wait4), never below that of the meter that starts the program";
    private static final String AT_MOST =
            " A wait4 peak at the level of an empty program is only an upper limit (“at most”).";

    @Test
    void peaksOfTimedProcessesAreSaidToBeSo() {
        String words = words(
                peak(SamplingMode.TIMING, PeakQuality.RUSAGE, true),
                peak(SamplingMode.TIMING, PeakQuality.RUSAGE, false),
                peak(SamplingMode.TIMING, PeakQuality.RUSAGE, false));
        assertThat(words)
                .isEqualTo("Peaks and times come from the same processes. Sources of the peaks: 2 " + KERNEL + "."
                        + AT_MOST);
    }

    @Test
    void processesOfTheirOwnAreNamedAndEveryWayIsCounted() {
        String words = words(
                peak(SamplingMode.MEMORY, PeakQuality.EXACT, false),
                peak(SamplingMode.MEMORY, PeakQuality.PARTIAL, false));
        assertThat(words)
                .isEqualTo(
                        "Peaks come from separate processes, not from the timed ones. Sources of the peaks: 1 exact, read from every"
                                + " address space at its end; 1 partial, some address spaces were missed.");
    }

    @Test
    void bothKindsTogetherAreDistinguished() {
        RunBuilder run = new RunBuilder();
        add(run, peak(SamplingMode.MEMORY, PeakQuality.EXACT, false));
        add(run, peak(SamplingMode.TIMING, PeakQuality.RUSAGE, false));
        assertThat(PeakMemoryText.describe(run.build()))
                .startsWith("Peaks of traced programs come from separate processes,");
    }

    /** They have one as well, but it is not the one that is shown. */
    @Test
    void theTimedProcessesOfAProgramThatWasFollowedDoNotCount() {
        String words = words(
                peak(SamplingMode.MEMORY, PeakQuality.EXACT, false),
                peak(SamplingMode.TIMING, PeakQuality.RUSAGE, false));
        assertThat(words)
                .startsWith("Peaks come from separate processes")
                .contains(": 1 exact,")
                .doesNotContain("wait4");
    }

    @Test
    void theLargestQuantumIsNamed() {
        Sample coarse = Examples.followed(
                ID.toString(),
                2,
                new FiguresBuilder()
                        .peak(1_000_000, PeakQuality.EXACT)
                        .quantum(786_432)
                        .build());
        assertThat(words(peak(SamplingMode.MEMORY, PeakQuality.EXACT, false), coarse))
                .endsWith(
                        "2 exact, read from every address space at its end, which may miss up to 768 KiB that the kernel's counters do not show.");
    }

    @Test
    void withoutPeaksNothingIsSaid() {
        assertThat(words()).isEmpty();
    }

    private static String words(Sample... samples) {
        RunBuilder run = new RunBuilder();
        add(run, samples);
        return PeakMemoryText.describe(run.build());
    }

    private static void add(RunBuilder run, Sample... samples) {
        Trial trial = new Trial(ID, new Command(List.of("/opt/nbody", "1"), Map.of(), null, null), null, true, null);
        run.trials.add(new TrialResult(
                trial, TrialResult.Status.OK, null, Map.of(), Map.of(), Map.of(), List.of(samples), null));
    }

    private static Sample peak(SamplingMode mode, PeakQuality quality, boolean warmup) {
        return new SampleBuilder(ID)
                .mode(mode)
                .order(0, 0, warmup)
                .figures(new FiguresBuilder()
                        .peak(1_000_000, quality)
                        .survivors(0)
                        .build())
                .build();
    }
}
