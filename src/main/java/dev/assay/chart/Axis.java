package dev.assay.chart;

import java.util.List;
import java.util.stream.IntStream;

/**
 * An axis: its range, its ticks and the words at its ends.
 *
 * @param title what the values are, with their unit; empty when the ticks say it
 * @param scale how values become places
 * @param low the smallest value that is drawn
 * @param high the largest value that is drawn
 * @param ticks the labeled values, from low to high
 * @param lowWords what it means to lie towards the low end; empty for nothing
 * @param highWords what it means to lie towards the high end; empty for nothing
 */
public record Axis(
        String title, AxisScale scale, double low, double high, List<Tick> ticks, String lowWords, String highWords) {
    public Axis {
        ticks = List.copyOf(ticks);
        if (!(low < high) || (scale == AxisScale.LOG2 && low <= 0)) {
            throw new IllegalArgumentException("an axis cannot reach from " + low + " to " + high);
        }
    }

    /** A plain axis without words at its ends. */
    public static Axis of(String title, AxisScale scale, double low, double high, List<Tick> ticks) {
        return new Axis(title, scale, low, high, ticks, "", "");
    }

    /** Rows with these names from top to bottom. */
    public static Axis rows(List<String> names) {
        return rowsOf(IntStream.range(0, names.size())
                .mapToObj(i -> new Tick(i, names.get(i)))
                .toList());
    }

    /** Rows and their headings, each 1 below the one before, from 0. */
    static Axis rowsOf(List<Tick> ticks) {
        return of("", AxisScale.ROWS, -0.5, Math.max(ticks.size(), 1) - 0.5, ticks);
    }

    /** Whether there are so many rows that what stands below them must stand above them too. */
    public boolean tall() {
        return scale == AxisScale.ROWS && ticks.size() > WorkloadRows.FEW;
    }

    /** The place of a value between 0, the low end, and 1, the high end; of rows the low end is the top. */
    public double fraction(double value) {
        double start = scale.place(low);
        return (scale.place(value) - start) / (scale.place(high) - start);
    }

    /** Whether a value can be drawn. */
    public boolean covers(double value) {
        return low <= value && value <= high;
    }
}
