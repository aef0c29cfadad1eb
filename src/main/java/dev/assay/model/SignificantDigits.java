package dev.assay.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Significant digits: how every figure that a reader sees is rounded. */
public final class SignificantDigits {
    private SignificantDigits() {}

    /**
     * The number rounded to so many significant digits, half to the even digit, as IEEE 754 does by default. Its last zeros are kept: 1.0
     * with three digits is 1.00, and 9.996 is 10.0.
     *
     * @throws NumberFormatException if the value is infinite or not a number
     */
    public static BigDecimal rounded(double value, int significant) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(significant, RoundingMode.HALF_EVEN));
        int missing = significant - rounded.precision();
        return missing > 0 && rounded.signum() != 0 ? rounded.setScale(rounded.scale() + missing) : rounded;
    }

    /** Like {@link #rounded}, as text without an exponent. */
    public static String shown(double value, int significant) {
        return rounded(value, significant).toPlainString();
    }
}
