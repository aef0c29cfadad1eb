package dev.assay.report.svg;

import dev.assay.chart.ComparisonLabels;
import dev.assay.model.Metric;
import dev.assay.model.result.Fences;
import dev.assay.model.result.TrialResult;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.text.NumberText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Every timed process of a trial in the order they ran: warm-ups hollow, failures crossed, the median as a line. Drift and outliers show; none is dropped. */
public final class StripPlot {
    private static final double WIDTH = 150;
    private static final double HEIGHT = 34;
    private static final double MARGIN = 5;

    private StripPlot() {}

    /** The strip, or an empty text when nothing was timed. */
    public static String render(TrialResult trial) {
        Metric metric = trial.typical().containsKey(Metric.WORK) ? Metric.WORK : Metric.WALL;
        List<Sample> samples = trial.samples().stream()
                .filter(sample -> sample.mode() == SamplingMode.TIMING && sample.value(metric) != null)
                .toList();
        return samples.isEmpty() ? "" : draw(trial, metric, samples);
    }

    private static String draw(TrialResult trial, Metric metric, List<Sample> samples) {
        double[] values = samples.stream()
                .mapToDouble(sample -> Objects.requireNonNull(sample.value(metric)))
                .toArray();
        Range range = Range.of(values);
        Svg svg = new Svg();
        svg.open(
                "strip ink-" + ComparisonLabels.ink(trial.trial().id()),
                WIDTH,
                HEIGHT,
                title(trial, metric, samples, range));
        double[] counted = samples.stream()
                .filter(sample -> !sample.warmup() && sample.ok())
                .mapToDouble(sample -> Objects.requireNonNull(sample.value(metric)))
                .sorted()
                .toArray();
        if (counted.length > 0) {
            double middle = range.y((counted[(counted.length - 1) / 2] + counted[counted.length / 2]) / 2);
            svg.line("median", 0, middle, WIDTH, middle);
        }
        double step = (WIDTH - 2 * MARGIN) / Math.max(1, samples.size() - 1);
        Marks marks = new Marks();
        for (int i = 0; i < values.length; i++) {
            Sample sample = samples.get(i);
            marks.add(sample, trial.fences().get(metric), MARGIN + i * step, range.y(values[i]), values[i]);
        }
        marks.draw(svg);
        return svg.close();
    }

    /**
     * The marks of all samples as four paths: an element for each sample would make most of the page of a long run. A point is a line of no length,
     * which its round cap shows as a disc.
     */
    private static final class Marks {
        private final StringBuilder points = new StringBuilder();
        private final StringBuilder shapes = new StringBuilder();
        private final StringBuilder warmups = new StringBuilder();
        private final StringBuilder failures = new StringBuilder();

        void add(Sample sample, @Nullable Fences fences, double x, double y, double value) {
            if (!sample.ok()) {
                ring(failures, x, y);
            } else if (sample.warmup()) {
                ring(warmups, x, y);
            } else if (fences != null && fences.isSevere(value)) {
                appendPoint(shapes, x - 2.5, y - 2.5).append("h5v5h-5z");
            } else if (fences != null && fences.isOutlier(value)) {
                appendPoint(shapes, x - 3, y + 2.5).append("l3-5.5l3 5.5z");
            } else {
                appendPoint(points, x, y).append("h0");
            }
        }

        private static void ring(StringBuilder path, double x, double y) {
            appendPoint(path, x - 2, y).append("a2 2 0 1 0 4 0a2 2 0 1 0-4 0");
        }

        private static StringBuilder appendPoint(StringBuilder path, double x, double y) {
            return path.append('M').append(Svg.number(x)).append(' ').append(Svg.number(y));
        }

        void draw(Svg svg) {
            draw(svg, "points", points);
            draw(svg, "sample", shapes);
            draw(svg, "warmup", warmups);
            draw(svg, "failed", failures);
        }

        private static void draw(Svg svg, String cssClass, StringBuilder path) {
            if (path.length() > 0) {
                svg.path(cssClass, path.toString());
            }
        }
    }

    private static String title(TrialResult trial, Metric metric, List<Sample> samples, Range range) {
        long warmups = samples.stream().filter(Sample::warmup).count();
        return samples.size() + " processes in run order, " + warmups + " of them warm-ups; " + metric.title()
                + " from " + NumberText.value(metric.unit(), range.low()) + " to "
                + NumberText.value(metric.unit(), range.high())
                + trial.outliers(metric).map(outliers -> "; " + outliers).orElse("");
    }

    private record Range(double low, double high) {
        static Range of(double[] values) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double value : values) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            return new Range(low, high);
        }

        double y(double value) {
            double share = high > low ? (value - low) / (high - low) : 0.5;
            return HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN);
        }
    }
}
