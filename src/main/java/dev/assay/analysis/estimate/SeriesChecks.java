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
import dev.assay.stats.Shift;
import dev.assay.stats.Trend;
import dev.assay.stats.WidenedEstimate;
import dev.assay.text.NumberText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a series for what would make its interval promise too much. Of clean series one in twenty looks suspicious; so a doubt comes with
 * the figure as it is after a correction, and only where that changes the verdict is the verdict void.
 */
final class SeriesChecks {
    /** In fewer blocks on one side a mean says next to nothing. */
    private static final int FEWEST_A_SIDE = 3;

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
        List<Side> disturbed = Side.disturbed(sides);
        disturbed.stream()
                .max(Comparator.comparingDouble(side -> side.check().evidence()))
                // where both are disturbed, the ratio alone shows what is left of it
                .map(side -> disturbed.size() > 1 ? new Side(series, 1, side.check()) : side)
                .ifPresent(side -> add(doubts, location, ofOne(side, values, location)));
        return doubts;
    }

    /**
     * What one side of a ratio does alone.
     *
     * @param series its logarithms
     * @param sign 1 of what the ratio rises with, -1 of what it falls with
     * @param check what there is to be said of it
     */
    private record Side(BlockSeries series, int sign, LevelChange check) {
        static List<Side> disturbed(List<BlockSeries> sides) {
            List<Side> disturbed = new ArrayList<>();
            int sign = 1;
            for (BlockSeries side : sides) {
                if (side.size() >= LevelChange.FEWEST) {
                    Side seen = new Side(side, sign, LevelChange.of(side.values()));
                    disturbed.addAll(seen.check().fires() ? List.of(seen) : List.of());
                }
                sign = -1;
            }
            return disturbed;
        }
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
        Trend check = Trend.found(values);
        if (check == null) {
            return null;
        }
        double whole = check.slope() * (values.length - 1);
        return new Found(
                SeriesCheckResult.Kind.DRIFT,
                "by " + percent(whole) + " from the first block to the last, tau = "
                        + String.format(Locale.ROOT, "%.2f, p = %.4f", Math.abs(check.tau()), check.p()),
                HodgesLehmann.of(check.removeFrom(values)));
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

    /**
     * What a machine does to all programs both sides do, and the ratio does not see it; what one does alone may have happened by chance. So the
     * interval reaches over all levels that the ratio had with that side, or, where there are no two of them, is as wide as that of blocks which
     * resemble each other as those of the side do.
     */
    private static Found ofOne(Side side, double[] ratios, HodgesLehmann location) {
        double[] values = side.series().values();
        int n = values.length;
        return switch (side.check().kind()) {
            case STEP -> {
                int at = side.check().at();
                double step = Shift.of(Arrays.copyOfRange(values, at, n), Arrays.copyOf(values, at))
                        .value();
                yield new Found(
                        SeriesCheckResult.Kind.STEP_OF_ONE,
                        "one side alone steps by " + percent(step) + ", from block "
                                + side.series().blocks()[at] + " on",
                        levels(location, ratios, i -> i < at ? 0 : side.sign() * step));
            }
            case DRIFT -> {
                double slope = Trend.of(values).slope();
                yield new Found(
                        SeriesCheckResult.Kind.DRIFT_OF_ONE,
                        "one side alone drifts, by " + percent(slope * (n - 1)) + " from the first block to the last",
                        levels(location, ratios, i -> side.sign() * slope * i));
            }
            case WANDER -> {
                double widening = Autocorrelation.of(values).widening();
                yield new Found(
                        SeriesCheckResult.Kind.WANDER_OF_ONE,
                        String.format(
                                Locale.ROOT,
                                "one side alone wanders, which makes the interval %.2f times as wide",
                                widening),
                        new WidenedEstimate(location, widening));
            }
        };
    }

    /** The levels that ratios have had which follow a path: where they lie without it, and how far it leads from there. */
    private static MultiLevelEstimate levels(HodgesLehmann location, double[] ratios, IntToDoubleFunction path) {
        double begin = HodgesLehmann.of(IntStream.range(0, ratios.length)
                        .mapToDouble(i -> ratios[i] - path.applyAsDouble(i))
                        .toArray())
                .value();
        double end = begin + path.applyAsDouble(ratios.length - 1);
        return new MultiLevelEstimate(location, new Bounds(Math.min(begin, end), Math.max(begin, end)));
    }

    /** A difference of logarithms as a share, whichever its sign. */
    private static String percent(double log) {
        return NumberText.format(100 * Math.expm1(Math.abs(log))) + " %";
    }
}
