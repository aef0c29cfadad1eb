package dev.assay.analysis;

import dev.assay.model.Comparison;
import dev.assay.model.Metric;
import dev.assay.model.Noise;
import dev.assay.model.Stop;
import dev.assay.model.TrialId;
import java.util.ArrayList;
import java.util.List;

/** The comparisons of a run. */
final class Comparisons {
    private static final List<Metric> METRICS =
            List.of(Metric.WALL, Metric.KERNEL, Metric.CPU, Metric.PEAK, Metric.TREE_PEAK);

    /** What matters in practice. */
    private static final double MARGIN = 1.02;

    /** The layout of native code alone moves times by several per cent, and no number of runs of one build shows it. */
    private static final double NATIVE_MARGIN = 1.05;

    private Comparisons() {}

    /** Every pair and metric of which both sides have figures in a common block. */
    static List<Comparison> of(Session session, Noise noise, List<Stop> stops) {
        List<Comparison> comparisons = new ArrayList<>();
        for (Pairs.Pair pair : Pairs.of(session)) {
            for (Metric metric : METRICS) {
                Reading reading = says(pair, metric) ? session.ratio(pair.baseline(), pair.contender(), metric) : null;
                if (reading != null) {
                    comparisons.add(compare(session, pair, metric, reading, noise, stops));
                }
            }
        }
        return comparisons;
    }

    /** The tree of a single process is that process: of two such, it would say the same again. */
    private static boolean says(Pairs.Pair pair, Metric metric) {
        return metric != Metric.TREE_PEAK
                || !(pair.baseline().isKnownSingle() && pair.contender().isKnownSingle());
    }

    private static Comparison compare(
            Session session, Pairs.Pair pair, Metric metric, Reading reading, Noise noise, List<Stop> stops) {
        TrialId baseline = pair.baseline().id();
        TrialId contender = pair.contender().id();
        // the canary is a time: it says nothing of bytes
        double resolution = metric.timed() ? noise.resolution() : 1;
        double margin = Math.max(margin(baseline, contender), resolution);
        boolean canaryFailed = metric.timed() && Boolean.FALSE.equals(noise.canaryPassed());
        Verdicts.Judgement judgement =
                new Reservations(session, noise).on(Verdicts.of(reading, margin, margin, canaryFailed), pair, metric);
        if (metric.timed()) {
            judgement = Endings.on(
                    judgement,
                    reading,
                    Endings.of(baseline.workload(), stops),
                    session.header().stopping());
        }
        return new Comparison(
                baseline.workload(),
                metric,
                baseline,
                contender,
                reading.toEstimate(),
                margin,
                judgement.verdict(),
                judgement.reasons());
    }

    /** One program with more threads is one build: its layout is the same on both sides. */
    private static double margin(TrialId baseline, TrialId contender) {
        boolean twoBuilds = !baseline.label().equals(contender.label());
        boolean isNative = baseline.runtime().compiled() && contender.runtime().compiled();
        return twoBuilds && isNative ? NATIVE_MARGIN : MARGIN;
    }
}
