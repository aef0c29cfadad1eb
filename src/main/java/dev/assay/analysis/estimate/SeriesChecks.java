package dev.assay.analysis.estimate;

import dev.assay.analysis.sample.BlockSeries;
import dev.assay.model.result.Estimate;
import dev.assay.stats.Autocorrelation;
import dev.assay.stats.Bimodality;
import dev.assay.stats.Bounds;
import dev.assay.stats.HodgesLehmann;
import dev.assay.stats.IntervalEstimate;
import dev.assay.stats.LevelChange;
import dev.assay.stats.MultiLevelEstimate;
import dev.assay.stats.OrderEffect;
import dev.assay.stats.Quantiles;
import dev.assay.stats.Trend;
import dev.assay.stats.WidenedEstimate;
import dev.assay.text.NumberText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a series for what would make its interval promise too much. Of clean series one in twenty looks suspicious; so a doubt comes with
 * the figure as it is after a correction, and only where that changes the verdict is the verdict void.
 */
final class SeriesChecks {
    /** In fewer blocks on one side a mean says next to nothing. */
    private static final int FEWEST_A_SIDE = 3;

    /** In fewer blocks a level is chance. */
    private static final int FEWEST_FOR_A_LEVEL = 10;

    /** What moves neither end of an interval by a thousandth is not worth a word. */
    private static final double NEGLIGIBLE = 0.001;

    private SeriesChecks() {}

    /**
     * The doubts about a series.
     *
     * @param series logarithms by block
     * @param location their location, with at least a 95 % interval
     * @param leading the blocks in which the first side ran before the second; empty where there is no such order
     * @param sides each side of a ratio alone, in relation to something steady; empty where there is none
     */
    static List<SeriesCheckResult> check(
            BlockSeries series, HodgesLehmann location, Set<Integer> leading, List<BlockSeries> sides) {
        double[] values = series.values();
        List<SeriesCheckResult> doubts = new ArrayList<>();
        add(doubts, location, autocorrelation(values, location));
        add(doubts, location, drift(values));
        add(doubts, location, order(series, leading));
        add(doubts, location, bimodality(values, location));
        sides.stream()
                .filter(side -> side.logs().size() >= FEWEST_FOR_A_LEVEL)
                .max(Comparator.comparingDouble(
                        side -> LevelChange.of(side.values()).u()))
                .ifPresent(side -> add(doubts, location, level(series, location, side)));
        return doubts;
    }

    /** A finding and the location that its correction leaves. */
    private record Found(SeriesCheckResult.Kind kind, String finding, IntervalEstimate corrected) {}

    private static void add(List<SeriesCheckResult> doubts, HodgesLehmann location, @Nullable Found found) {
        if (found != null && matters(location, found.corrected())) {
            IntervalEstimate corrected = found.corrected();
            LogEstimate reading =
                    new LogEstimate(corrected.value(), corrected, location.count(), Estimate.Kind.CONFIDENCE);
            doubts.add(new SeriesCheckResult(found.kind(), found.finding(), reading));
        }
    }

    private static boolean matters(IntervalEstimate before, IntervalEstimate after) {
        Bounds one = Objects.requireNonNull(before.interval(95));
        Bounds other = Objects.requireNonNull(after.interval(95));
        return Math.max(Math.abs(one.low() - other.low()), Math.abs(one.high() - other.high())) > NEGLIGIBLE;
    }

    /** Neighbors that differ more than others do make the interval too wide, if anything: that voids nothing. */
    private static @Nullable Found autocorrelation(double[] values, HodgesLehmann location) {
        Autocorrelation check = Autocorrelation.of(values);
        return check.fires() && check.r1() > 0
                ? new Found(
                        SeriesCheckResult.Kind.AUTOCORRELATED,
                        String.format(Locale.ROOT, "successive blocks are correlated, r = %.2f", check.r1()),
                        new WidenedEstimate(location, check.widening()))
                : null;
    }

    private static @Nullable Found drift(double[] values) {
        Trend check = Trend.of(values);
        double whole = check.slope() * (values.length - 1);
        return check.fires()
                ? new Found(
                        SeriesCheckResult.Kind.DRIFT,
                        "by " + percent(whole) + " from the first block to the last, tau = "
                                + String.format(Locale.ROOT, "%.2f, p = %.4f", Math.abs(check.tau()), check.p()),
                        HodgesLehmann.of(check.removeFrom(values)))
                : null;
    }

    private static @Nullable Found order(BlockSeries series, Set<Integer> leading) {
        double[] first = series.in(leading);
        double[] second = series.outside(leading);
        if (first.length < FEWEST_A_SIDE || second.length < FEWEST_A_SIDE) {
            return null;
        }
        OrderEffect check = OrderEffect.of(first, second);
        return check.fires()
                ? new Found(
                        SeriesCheckResult.Kind.ORDER,
                        "the two run orders differ by "
                                + percent(check.difference().value())
                                + String.format(Locale.ROOT, ", p = %.4f", check.p()),
                        check.corrected())
                : null;
    }

    private static @Nullable Found bimodality(double[] values, HodgesLehmann location) {
        Bimodality check = Bimodality.of(values);
        return check.fires()
                ? new Found(
                        SeriesCheckResult.Kind.BIMODAL,
                        "two levels " + percent(check.upperMean() - check.lowerMean()) + " apart, of " + check.lower()
                                + " and " + (check.count() - check.lower()) + " blocks",
                        new MultiLevelEstimate(location, new Bounds(check.lowerMean(), check.upperMean())))
                : null;
    }

    /** What a machine does to all programs both sides do, and the ratio does not see it; what one does alone may have happened by chance. */
    private static @Nullable Found level(BlockSeries series, HodgesLehmann location, BlockSeries side) {
        LevelChange check = LevelChange.of(side.values());
        int block = List.copyOf(side.logs().keySet()).get(check.at());
        double[] before = new BlockSeries(series.logs().headMap(block)).values();
        double[] behind = new BlockSeries(series.logs().tailMap(block)).values();
        if (!check.fires() || before.length < FEWEST_A_SIDE || behind.length < FEWEST_A_SIDE) {
            return null;
        }
        double one = Quantiles.median(before);
        double other = Quantiles.median(behind);
        return new Found(
                SeriesCheckResult.Kind.LEVEL,
                "on one side only, from block " + block + " on, by " + percent(other - one) + " of the ratio",
                new MultiLevelEstimate(location, new Bounds(Math.min(one, other), Math.max(one, other))));
    }

    /** A difference of logarithms as a share, whichever its sign. */
    private static String percent(double log) {
        return NumberText.format(100 * Math.expm1(Math.abs(log))) + " %";
    }
}
