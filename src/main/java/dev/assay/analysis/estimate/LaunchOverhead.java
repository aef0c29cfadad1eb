package dev.assay.analysis.estimate;

import dev.assay.analysis.sample.TrialSamples;
import dev.assay.model.Metric;
import dev.assay.model.result.Distribution;
import dev.assay.model.run.PeakSamples;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.stats.Quantiles;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the program that does nothing says of everything that is measured beside it. */
final class LaunchOverhead {
    /** How far beyond the quartiles a value is no longer taken for one of the usual ones (Tukey, Exploratory Data Analysis, 1977). */
    private static final double FENCE = 1.5;

    private LaunchOverhead() {}

    /** How its wall time and its peak memory are spread. */
    static Map<Metric, Distribution> spread(TrialSamples floor) {
        Map<Metric, Distribution> spread = new EnumMap<>(Metric.class);
        put(spread, Metric.WALL, floor.counted(SamplingMode.TIMING));
        put(spread, Metric.PEAK, PeakSamples.select(floor.counted()));
        return spread;
    }

    private static void put(Map<Metric, Distribution> spread, Metric metric, List<Sample> samples) {
        double[] values = samples.stream()
                .map(sample -> sample.value(metric))
                .filter(Objects::nonNull)
                .mapToDouble(value -> value)
                .toArray();
        if (values.length > 0) {
            spread.put(
                    metric,
                    new Distribution(
                            Quantiles.quantile(values, 0),
                            Quantiles.quantile(values, 0.25),
                            Quantiles.median(values),
                            Quantiles.quantile(values, 0.75),
                            Quantiles.quantile(values, 1)));
        }
    }

    /**
     * The CPU time that harness and meter need for any process: writing the request, reading the record. It is used just before and just
     * after the process runs, and the system's counter cannot tell it from what is used meanwhile. The no-op's samples show it, since next to
     * nothing is measured there: the upper quartile and one and a half times the distance between the quartiles; null without such samples.
     */
    static @Nullable Double handlingNs(TrialSamples floor) {
        double[] own = floor.counted(SamplingMode.TIMING).stream()
                .map(Sample::ownCpuNs)
                .filter(Objects::nonNull)
                .mapToDouble(value -> value)
                .toArray();
        if (own.length == 0) {
            return null;
        }
        double q25 = Quantiles.quantile(own, 0.25);
        double q75 = Quantiles.quantile(own, 0.75);
        return q75 + FENCE * (q75 - q25);
    }
}
