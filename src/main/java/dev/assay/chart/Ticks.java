package dev.assay.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** Round values to label an axis with. */
final class Ticks {
    private static final int MOST = 8;
    private static final double WIDE = 8;
    private static final double SLACK = 1e-9;

    private Ticks() {}

    /** For a logarithmic axis: powers of two, or equal steps through 1 where the range is narrower than three doublings. */
    static List<Tick> log(double low, double high, DoubleFunction<String> label) {
        return high / low >= WIDE ? doublings(low, high, label) : linear(low, high, label);
    }

    /** Equal steps of 1, 2 or 5 times a power of ten. */
    static List<Tick> linear(double low, double high, DoubleFunction<String> label) {
        double step = niceStep((high - low) / MOST);
        List<Tick> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - SLACK); i * step <= high * (1 + SLACK); i++) {
            double value = i * step;
            ticks.add(new Tick(value, label.apply(value)));
        }
        return ticks;
    }

    /** For a logarithmic axis: powers of two. */
    static List<Tick> doublings(double low, double high, DoubleFunction<String> label) {
        int first = (int) Math.ceil(AxisScale.LOG2.place(low) - SLACK);
        int last = (int) Math.floor(AxisScale.LOG2.place(high) + SLACK);
        int step = 1;
        while ((last - first) / step >= MOST) {
            step++;
        }
        List<Tick> ticks = new ArrayList<>();
        for (int power = Math.floorDiv(first + step - 1, step) * step; power <= last; power += step) {
            double value = Math.scalb(1.0, power);
            ticks.add(new Tick(value, label.apply(value)));
        }
        return ticks;
    }

    private static double niceStep(double least) {
        double decade = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * decade >= least * (1 - SLACK)) {
                return factor * decade;
            }
        }
        return 10 * decade;
    }
}
