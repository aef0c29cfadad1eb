package dev.assay.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Interval;
import dev.assay.model.Metric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.0412, 0.0412",
        "0.99951, 1.00",
        "1, 1.00",
        "9.994, 9.99",
        "9.996, 10.0",
        "41.25, 41.2",
        "412.4, 412",
        "'999.6', '1,000'",
        "'4123', '4,120'",
        "-2.5, −2.50",
        "NaN, –"
    })
    void threeSignificantDigitsWithoutExponent(double value, String text) {
        assertThat(NumberText.three(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "712, 712 ns",
        "712000, 712 µs",
        "999600, 1.00 ms",
        "41250000, 41.2 ms",
        "2.1e9, 2.10 s",
        "'7.2e12', '7,200 s'"
    })
    void timesTakeTheUnitThatKeepsThemShort(double ns, String text) {
        assertThat(NumberText.time(ns)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"512, 512 B", "1024, 1.00 KiB", "13.4e6, 12.8 MiB", "8589934592, 8.00 GiB"})
    void bytesInBinaryUnits(double bytes, String text) {
        assertThat(NumberText.bytes(bytes)).isEqualTo(text);
    }

    @Test
    void aRatioJustAboveOneIsNotRoundedToOne() {
        assertThat(NumberText.ratio(1.004)).isEqualTo("1.004×");
        assertThat(NumberText.ratio(0.996)).isEqualTo("0.996×");
        assertThat(NumberText.ratios(new Interval(40.83, 41.61))).isEqualTo("40.8 to 41.6");
        assertThat(NumberText.ratios(new Interval(1.2476, 1.2524))).isEqualTo("1.248 to 1.252");
    }

    @Test
    void anIntervalNamesItsUnitOnceUnlessItsEndsDiffer() {
        assertThat(NumberText.values(Metric.WALL, new Interval(40.8e6, 41.6e6))).isEqualTo("40.8 to 41.6 ms");
        assertThat(NumberText.values(Metric.WALL, new Interval(950e3, 1.1e6))).isEqualTo("950 µs to 1.10 ms");
    }

    @Test
    void differencesCarryTheirSign() {
        assertThat(NumberText.difference(Metric.WALL, -412e6)).isEqualTo("−412 ms");
        assertThat(NumberText.difference(Metric.PEAK, 2048)).isEqualTo("+2.00 KiB");
    }
}
