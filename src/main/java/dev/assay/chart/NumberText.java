package dev.assay.chart;

import dev.assay.model.Interval;
import dev.assay.model.Metric;
import dev.assay.model.SignificantDigits;
import java.math.BigDecimal;
import java.util.Locale;

/** Figures for readers: three significant digits and a unit that keeps them short. The same in charts, report and summary. */
public final class NumberText {
    private static final String[] TIME = {"ns", "µs", "ms", "s"};
    private static final String[] BYTES = {"B", "KiB", "MiB", "GiB", "TiB"};

    private static final String[] COUNTS = {"", "k", "M", "G", "T"};

    private static final int MOST_DIGITS = 6;

    private NumberText() {}

    /** Three significant digits without an exponent: {@code 0.0412}, {@code 41.2}, {@code 4,120}. */
    public static String three(double value) {
        return digits(value, 3);
    }

    /** Nanoseconds: {@code 41.2 ms}. */
    public static String time(double ns) {
        return scaled(ns, 1000, TIME);
    }

    /** Bytes: {@code 13.4 MiB}. */
    public static String bytes(double bytes) {
        return scaled(bytes, 1024, BYTES);
    }

    /** A large count in short: {@code 1.23 G}. */
    public static String large(double count) {
        return scaled(count, 1000, COUNTS).strip();
    }

    /** A ratio: {@code 41.2×}; just above 1 with one digit more, for 1.004 is not 1. */
    public static String ratio(double ratio) {
        return bareRatio(ratio) + "×";
    }

    /** The interval of a ratio: {@code 40.8 to 41.6}; with more digits where its ends would read the same. */
    public static String ratios(Interval interval) {
        String low = bareRatio(interval.low());
        String high = bareRatio(interval.high());
        for (int significant = 4; significant <= MOST_DIGITS && low.equals(high); significant++) {
            low = digits(interval.low(), significant);
            high = digits(interval.high(), significant);
        }
        return low + " to " + high;
    }

    /** A value of a metric with its unit. */
    public static String value(Metric metric, double value) {
        return switch (metric.unit()) {
            case "ns" -> time(value);
            case "B" -> bytes(value);
            case "x" -> ratio(value);
            case "1/s" -> three(value) + "/s";
            default -> three(value);
        };
    }

    /** The interval of a metric's value: {@code 40.8 to 41.6 ms}, or with both units where they differ. */
    public static String values(Metric metric, Interval interval) {
        String low = value(metric, interval.low());
        String high = value(metric, interval.high());
        int unit = low.indexOf(' ');
        boolean same = unit > 0 && high.endsWith(low.substring(unit));
        return (same ? low.substring(0, unit) : low) + " to " + high;
    }

    /** A difference with its sign: {@code −412 ms}. */
    public static String difference(Metric metric, double value) {
        return (value < 0 ? "−" : "+") + value(metric, Math.abs(value));
    }

    /** A whole number with its thousands apart: {@code 75,000}. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A value on an axis, without needless zeros: {@code 0.5}, {@code 16}. */
    static String tick(double value) {
        String text = three(value);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }

    /** A ratio on an axis: {@code 16×}. */
    static String tickRatio(double value) {
        return tick(value) + "×";
    }

    private static String bareRatio(double ratio) {
        return digits(ratio, ratio >= 1 && ratio < 1.1 ? 4 : 3);
    }

    private static String scaled(double value, double step, String[] units) {
        int unit = 0;
        double rest = value;
        while (unit < units.length - 1 && Math.abs(rest) >= step - 0.5) {
            rest /= step;
            unit++;
        }
        boolean whole = unit == 0 && rest == Math.rint(rest);
        return (whole ? count((long) rest) : three(rest)) + " " + units[unit];
    }

    private static String digits(double value, int significant) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return "–";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = SignificantDigits.rounded(value, significant);
        return String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded)
                .replaceFirst("^-", "−");
    }
}
