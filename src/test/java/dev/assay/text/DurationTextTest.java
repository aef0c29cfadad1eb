package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTest {
    @ParameterizedTest
    @CsvSource({
        "-7708000, 0 s",
        "0, 0 s",
        "120, 120 ms",
        "999, 999 ms",
        "1000, 1 s",
        "1500, 1.5 s",
        "9949, 9.9 s",
        "9950, 10 s",
        "45400, 45 s",
        "59500, 1 min 00 s",
        "330000, 5 min 30 s",
        "3599400, 59 min 59 s",
        "3599500, 1 h 00 min",
        "3840000, 1 h 04 min",
        "90000000, 25 h 00 min",
    })
    void theTwoUnitsThatMatter(long ms, String text) {
        assertThat(DurationText.format(Duration.ofMillis(ms))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0s", "300, 300ms", "90000, 1m30s", "3600000, 1h", "90061001, 25h1m1s1ms"})
    void asAnOptionTakesIt(long ms, String text) {
        assertThat(DurationText.asOption(Duration.ofMillis(ms))).isEqualTo(text);
    }
}
