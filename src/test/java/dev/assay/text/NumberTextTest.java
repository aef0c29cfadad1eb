package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1e-12, 0.00000000000100",
        "0.0412, 0.0412",
        "0.041249, 0.0412",
        "0.99951, 1.00",
        "1, 1.00",
        "9.994, 9.99",
        "9.996, 10.0",
        "41.25, 41.2",
        "412.4, 412",
        "'999.6', '1,000'",
        "'4123', '4,120'",
        "12345678, '12,300,000'",
        "-2.5, −2.50",
        "NaN, –",
        "Infinity, ∞",
        "-Infinity, −∞",
    })
    void threeSignificantDigitsWithoutExponent(double value, String text) {
        assertThat(NumberText.format(value)).isEqualTo(text);
    }

    @Test
    void whatIsNotANumberIsNotRounded() {
        assertThatThrownBy(() -> NumberText.round(Double.NaN, 3)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void roundingDoesNotCarryAFigureOntoItsThreshold() {
        assertThat(NumberText.format(1.2504, 1.25)).isEqualTo("1.2504");
        assertThat(NumberText.format(1.2496, 1.25)).isEqualTo("1.2496");
        assertThat(NumberText.format(1.0004, 1)).isEqualTo("1.0004");
        assertThat(NumberText.format(1.25, 1.25)).isEqualTo("1.25");
        assertThat(NumberText.format(1.0, 1)).isEqualTo("1.00");
        assertThat(NumberText.format(1.000000001, 1)).isEqualTo("1.00");
    }

    @ParameterizedTest
    @CsvSource({"1.25, 1.25", "1, 1", "0.8, 0.8", "1000000, 1000000"})
    void thresholdsAreShownAsWritten(double value, String text) {
        assertThat(NumberText.exact(value)).isEqualTo(text);
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
    void anIntervalNamesItsUnitOnceUnlessItsEndsDiffer() {
        assertThat(NumberText.range("ns", 40.8e6, 41.6e6)).isEqualTo("40.8 to 41.6 ms");
        assertThat(NumberText.range("ns", 950e3, 1.1e6)).isEqualTo("950 µs to 1.10 ms");
        assertThat(NumberText.interval("ns", 40.8e6, 41.6e6)).isEqualTo("[40.8, 41.6] ms");
        assertThat(NumberText.interval("ns", 950e3, 1.1e6)).isEqualTo("[950 µs, 1.10 ms]");
        assertThat(NumberText.interval("", 0.5, 0.75)).isEqualTo("[0.500, 0.750]");
    }

    @Test
    void endsThatDifferReadSo() {
        assertThat(NumberText.range("ns", 41.21e6, 41.24e6)).isEqualTo("41.21 to 41.24 ms");
        assertThat(NumberText.range("B", 1024, 1024)).isEqualTo("1.00 to 1.00 KiB");
    }

    @Test
    void differencesCarryTheirSign() {
        assertThat(NumberText.difference("ns", -412e6)).isEqualTo("−412 ms");
        assertThat(NumberText.difference("B", 2048)).isEqualTo("+2.00 KiB");
        assertThat(NumberText.difference("B", -0.0)).isEqualTo("+0 B");
    }
}
