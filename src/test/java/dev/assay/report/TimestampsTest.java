package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampsTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "59, 59 s",
        "60, 1 min 00 s",
        "334, 5 min 34 s",
        "7384, 2 h 03 min",
        "-7708, 'unknown (the clock was set back)'"
    })
    void timesBetweenAreDurationsUnlessTheClockWasSetBack(long seconds, String words) {
        assertThat(Timestamps.between(START, START.plusSeconds(seconds))).isEqualTo(words);
    }
}
