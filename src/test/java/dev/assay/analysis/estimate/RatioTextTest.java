package dev.assay.analysis.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioTextTest {

    @ParameterizedTest
    @CsvSource({
        "41.23, 41.2",
        "40, 40.0",
        "0.5, 0.500",
        "1234, 1230",
        "1000, 1000",
        "0.000123456, 0.000123",
        "9.999, 10.0",
        "2000000, 2000000"
    })
    void threeSignificantDigits(double value, String text) {
        assertThat(RatioText.show(value)).isEqualTo(text);
    }

    @Test
    void roundingDoesNotCarryAFigureOntoItsThreshold() {
        assertThat(RatioText.show(1.2504, 1.25)).isEqualTo("1.2504");
        assertThat(RatioText.show(1.2496, 1.25)).isEqualTo("1.2496");
        assertThat(RatioText.show(1.0004, 1)).isEqualTo("1.0004");
        assertThat(RatioText.show(1.25, 1.25)).isEqualTo("1.25");
        assertThat(RatioText.show(1.0, 1)).isEqualTo("1.00");
    }

    @ParameterizedTest
    @CsvSource({"1.25, 1.25", "1, 1", "0.8, 0.8", "1000000, 1000000"})
    void thresholdsAreShownAsWritten(double value, String text) {
        assertThat(RatioText.exact(value)).isEqualTo(text);
    }
}
