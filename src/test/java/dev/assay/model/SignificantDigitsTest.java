package dev.assay.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignificantDigitsTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1.00",
        "1.05, 1.05",
        "9.996, 10.0",
        "0.041249, 0.0412",
        "41.25, 41.2",
        "4123, 4120",
        "1e-12, 0.00000000000100",
        "12345678, 12300000",
        "-2.3456, -2.35",
        "0, 0.0",
    })
    void threeDigitsWithoutAnExponent(double value, String shown) {
        assertThat(SignificantDigits.shown(value, 3)).isEqualTo(shown);
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> SignificantDigits.rounded(Double.NaN, 3)).isInstanceOf(NumberFormatException.class);
    }
}
