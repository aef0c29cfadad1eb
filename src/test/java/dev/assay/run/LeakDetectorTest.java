package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.model.run.ProbeResult.PeakAt;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A thousand bytes for each of 10, 20 and 40 thousand things: 10 MB from the first count to the second, 20 MB on to the third. */
class LeakDetectorTest {
    private static final long MB = 1_000_000;

    @ParameterizedTest
    @CsvSource({
        "12, 22, 42, LEAKS",
        // half of what is made is the least that counts
        "12, 17, 27, LEAKS",
        "12, 16.999, 27, UNCLEAR",
        "12, 17, 26.999, UNCLEAR",
        // more than what is made is a leak all the same
        "12, 40, 99, LEAKS",
        "12, 12, 12, LEVEL",
        // a tenth of the 30 MB that are made between the first and the last
        "12, 12, 15, LEVEL",
        "12, 12, 15.001, UNCLEAR",
        "12, 15.001, 12, UNCLEAR",
        "15, 12, 12, LEVEL",
        // growth that stops is not a leak, and not level either
        "12, 22, 22, UNCLEAR",
        "42, 22, 12, UNCLEAR",
    })
    void isJudgedByWhatThePeaksGrow(double first, double second, double third, ProbeOutcome outcome) {
        List<PeakAt> peaks = List.of(
                new PeakAt(10_000, Math.round(first * MB)),
                new PeakAt(20_000, Math.round(second * MB)),
                new PeakAt(40_000, Math.round(third * MB)));

        assertThat(LeakDetector.judge(peaks, 1000)).isEqualTo(outcome);
    }
}
