package dev.assay.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Figures for readers: three significant digits, or more where a difference would not show, and a unit that keeps them short. */
public final class NumberText {
    private static final String[] TIME = {"ns", "µs", "ms", "s"};
    private static final String[] BYTES = {"B", "KiB", "MiB", "GiB", "TiB"};
    private static final String[] COUNTS = {"", "k", "M", "G", "T"};

    private static final int FEWEST_DIGITS = 3;
    private static final int MOST_DIGITS = 7;

    private NumberText() {}

    /**
     * The number rounded to that many significant digits, half to the even digit, as IEEE 754 does by default. Its last zeros are kept: 1.0
     * with three digits is 1.00, and 9.996 is 10.0.
     *
     * @throws NumberFormatException if the value is infinite or not a number
     */
    public static BigDecimal round(double value, int significant) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(significant, RoundingMode.HALF_EVEN));
        int missing = significant - rounded.precision();
        return missing > 0 && rounded.signum() != 0 ? rounded.setScale(rounded.scale() + missing) : rounded;
    }

    /**
     * Three significant digits without an exponent: {@code 0.0412}, {@code 41.2}, {@code 4,120}. More where it takes more to show on which
     * side of each landmark the value lies: 1.2504 is not written as 1.25 where 1.25 is the threshold.
     */
    public static String format(double value, double... landmarks) {
        return formatDigits(value, digitsBeside(value, landmarks));
    }

    /** So many significant digits without an exponent. */
    public static String formatDigits(double value, int significant) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = round(value, significant);
        return String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded)
                .replaceFirst("^-", "−");
    }

    /** How many significant digits show on which side of each landmark a value lies; three where no number that a reader takes in does. */
    public static int digitsBeside(double value, double... landmarks) {
        int digits = FEWEST_DIGITS;
        for (double landmark : landmarks) {
            digits = Math.max(digits, digitsBeside(value, landmark));
        }
        return digits;
    }

    private static int digitsBeside(double value, double landmark) {
        for (int digits = FEWEST_DIGITS; Double.isFinite(value) && digits <= MOST_DIGITS; digits++) {
            if (Double.compare(value, landmark)
                    == Double.compare(round(value, digits).doubleValue(), landmark)) {
                return digits;
            }
        }
        return FEWEST_DIGITS;
    }

    /** How many significant digits tell the ends of an interval from each other and from the landmarks. */
    public static int digitsOfInterval(double low, double high, double... landmarks) {
        int fewest = Math.max(digitsBeside(low, landmarks), digitsBeside(high, landmarks));
        for (int digits = fewest; low < high && digits <= MOST_DIGITS; digits++) {
            if (!formatDigits(low, digits).equals(formatDigits(high, digits))) {
                return digits;
            }
        }
        return fewest;
    }

    /** Nanoseconds: {@code 41.2 ms}. */
    public static String time(double ns) {
        return scaled(ns, 1000, TIME, FEWEST_DIGITS);
    }

    /** Bytes: {@code 13.4 MiB}. */
    public static String bytes(double bytes) {
        return scaled(bytes, 1024, BYTES, FEWEST_DIGITS);
    }

    /** A large count in short: {@code 1.23 G}. */
    public static String large(double count) {
        return scaled(count, 1000, COUNTS, FEWEST_DIGITS).strip();
    }

    /** A value in a unit of stored values: {@code ns}, {@code B}, {@code x}, {@code 1/s} or none. */
    public static String value(String unit, double value) {
        return value(unit, value, FEWEST_DIGITS);
    }

    private static String value(String unit, double value, int digits) {
        return switch (unit) {
            case "ns" -> scaled(value, 1000, TIME, digits);
            case "B" -> scaled(value, 1024, BYTES, digits);
            case "x" -> RatioText.of(value).value();
            case "1/s" -> formatDigits(value, digits) + "/s";
            default -> formatDigits(value, digits);
        };
    }

    /** An interval in such a unit for sentences: {@code 40.8 to 41.6 ms}, or with both units where they differ. */
    public static String range(String unit, double low, double high) {
        return ends(unit, low, high, "", " to ", "");
    }

    /** An interval in such a unit for tables: {@code [40.8, 41.6] ms}. */
    public static String interval(String unit, double low, double high) {
        return ends(unit, low, high, "[", ", ", "]");
    }

    private static String ends(String unit, double low, double high, String open, String between, String close) {
        int digits = digitsOfInterval(low, high);
        String first = value(unit, low, digits);
        String last = value(unit, high, digits);
        int blank = first.indexOf(' ');
        String common = blank > 0 && last.endsWith(first.substring(blank)) ? first.substring(blank) : "";
        return open
                + first.substring(0, first.length() - common.length())
                + between
                + last.substring(0, last.length() - common.length())
                + close
                + common;
    }

    /** A difference with its sign: {@code −412 ms}. */
    public static String difference(String unit, double value) {
        return (value < 0 ? "−" : "+") + value(unit, Math.abs(value));
    }

    /** A whole number with its thousands apart: {@code 75,000}. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A share as a percentage of two significant digits. */
    public static String percent(double share) {
        return formatDigits(100 * share, 2) + " %";
    }

    /** A threshold as it was written. */
    public static String exact(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** A value on an axis, without needless zeros: {@code 0.5}, {@code 16}. */
    public static String tick(double value) {
        String text = format(value);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }

    /** A ratio on an axis: {@code 16×}. */
    public static String tickRatio(double value) {
        return tick(value) + RatioText.SIGN;
    }

    private static String scaled(double value, double step, String[] units, int digits) {
        int unit = 0;
        double rest = value;
        while (unit < units.length - 1 && Math.abs(rest) >= step - 0.5) {
            rest /= step;
            unit++;
        }
        boolean whole = unit == 0 && rest == Math.rint(rest);
        return (whole ? count((long) rest) : formatDigits(rest, digits)) + " " + units[unit];
    }
}
