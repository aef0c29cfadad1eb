package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.FiguresBuilder;
import dev.assay.fixture.RunBuilder;
import dev.assay.fixture.SampleRuns;
import dev.assay.model.Command;
import dev.assay.model.Exit;
import dev.assay.model.Mode;
import dev.assay.model.PeakQuality;
import dev.assay.model.Sample;
import dev.assay.model.Trial;
import dev.assay.model.TrialId;
import dev.assay.model.TrialResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeakWordsTest {
    private static final TrialId ID = SampleRuns.id("numeric/nbody", "rust", 1, 1);
    private static final String KERNEL =
            "from the kernel by wait4, which starts from the small meter that launches the program";

    @Test
    void peaksOfTimedProcessesAreSaidToBeSo() {
        String words = words(
                peak(Mode.TIMING, PeakQuality.RUSAGE, true),
                peak(Mode.TIMING, PeakQuality.RUSAGE, false),
                peak(Mode.TIMING, PeakQuality.RUSAGE, false));
        assertThat(words)
                .isEqualTo(
                        "Peaks and times come from the same processes. How the peaks became known: 2 " + KERNEL + ".");
    }

    @Test
    void processesOfTheirOwnAreNamedAndEveryWayIsCounted() {
        String words =
                words(peak(Mode.MEMORY, PeakQuality.EXACT, false), peak(Mode.MEMORY, PeakQuality.PARTIAL, false));
        assertThat(words)
                .isEqualTo("Peaks come from processes of their own, not from those that were timed."
                        + " How the peaks became known: 1 exactly, read from every address space at its end;"
                        + " 1 in part, some address spaces were missed.");
    }

    @Test
    void bothKindsTogetherAreToldApart() {
        String words = words(peak(Mode.MEMORY, PeakQuality.EXACT, false), peak(Mode.TIMING, PeakQuality.RUSAGE, false));
        assertThat(words)
                .startsWith("A program that was followed for its memory has its peak from processes of its own,");
    }

    @Test
    void withoutPeaksNothingIsSaid() {
        assertThat(words()).isEmpty();
    }

    private static String words(Sample... samples) {
        RunBuilder run = new RunBuilder();
        Trial trial = new Trial(ID, new Command(List.of("/opt/nbody", "1"), Map.of(), null, null), null, true, null);
        run.trials.add(new TrialResult(trial, TrialResult.Status.OK, null, Map.of(), List.of(samples)));
        return PeakWords.of(run.build());
    }

    private static Sample peak(Mode mode, PeakQuality quality, boolean warmup) {
        Exit exit = new Exit(Exit.Reason.EXITED, 0, null, null, null);
        return new Sample(
                ID,
                mode,
                0,
                0,
                warmup,
                new FiguresBuilder().peak(1_000_000, quality).survivors(0).build(),
                null,
                exit,
                true,
                null,
                0,
                7L,
                null);
    }
}
