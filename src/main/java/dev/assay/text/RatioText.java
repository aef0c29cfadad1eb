package dev.assay.text;

/**
 * A ratio and its interval for readers. All three figures have three significant digits, or as many more as it takes to tell the ends of the
 * interval from 1 and from each other. Rounding keeps the order, so the ratio never lies outside of its interval by it.
 *
 * @param value the ratio: {@code 1.009×}
 * @param interval its interval for tables: {@code [1.001, 1.020]}, or {@code [1.001 .. 1.020]} where it is not an interval of confidence; empty
 *     for none
 * @param words its interval for sentences: {@code 1.001 to 1.020}; empty for none
 */
public record RatioText(String value, String interval, String words) {
    static final String SIGN = "×";

    /** A ratio without an interval; it has as many digits as it takes to tell it from 1. */
    public static RatioText of(double value) {
        return new RatioText(NumberText.format(value, 1) + SIGN, "", "");
    }

    /** A ratio with its interval. */
    public static RatioText of(double value, double low, double high, boolean confidence) {
        int digits = NumberText.digitsOfInterval(low, high, 1);
        String first = NumberText.formatDigits(low, digits);
        String last = NumberText.formatDigits(high, digits);
        return new RatioText(
                NumberText.formatDigits(value, digits) + SIGN,
                "[" + first + (confidence ? ", " : " .. ") + last + "]",
                first + " to " + last);
    }

    /** Both: {@code 1.009× [1.001, 1.020]}. */
    @Override
    public String toString() {
        return interval.isEmpty() ? value : value + " " + interval;
    }
}
