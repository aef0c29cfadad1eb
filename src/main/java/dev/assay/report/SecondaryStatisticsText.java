package dev.assay.report;

import dev.assay.chart.ComparisonLabels;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.Interval;
import dev.assay.model.result.SecondaryStatistics;
import dev.assay.model.result.SecondaryStatistics.Builds;
import dev.assay.model.result.SecondaryStatistics.CloseTo;
import dev.assay.model.result.SecondaryStatistics.NetRatio;
import dev.assay.model.result.SecondaryStatistics.Sessions;
import dev.assay.model.result.SecondaryStatistics.SpikedRatio;
import dev.assay.text.Plurals;
import dev.assay.text.RatioText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is shown beside a ratio, in words. */
final class SecondaryStatisticsText {
    private SecondaryStatisticsText() {}

    /** All there is, with semicolons between; empty for nothing. */
    static String describe(Comparison comparison) {
        SecondaryStatistics beside = comparison.beside();
        List<String> words = new ArrayList<>();
        SpikedRatio spiked = beside.withSpikes();
        if (spiked != null) {
            words.add("with spikes " + ratio(spiked.ratio(), spiked.at95()) + ", " + spikes(spiked));
        }
        NetRatio net = beside.net();
        if (net != null) {
            words.add("net of " + (net.startUp().startsWith("noise/") ? "the floor" : net.startUp()) + " "
                    + ratio(net.ratio(), net.at95())
                    + (net.at95() == null ? ", uncertain" : ""));
        }
        Builds builds = beside.builds();
        if (builds != null) {
            words.add("for these builds alone, " + builds.baseline() + " and " + builds.contender() + ", "
                    + (builds.at95() == null ? "too few blocks" : builds.at95().words()));
            words.add("the interval treats them as a sample of all builds of the same code");
        }
        Sessions sessions = beside.sessions();
        if (sessions != null) {
            words.add("with the " + sessions.count() + " sessions as a sample "
                    + ratio(sessions.ratio(), sessions.at95()));
        }
        CloseTo closeTo = beside.closeTo();
        if (closeTo != null) {
            words.add(ComparisonLabels.name(comparison.baseline())
                    + (closeTo.shown() ? " is close: less than " : " is not shown to be close, less than ")
                    + String.format(Locale.ROOT, "%.2f", closeTo.margin()) + " times "
                    + ComparisonLabels.name(comparison.contender()));
        }
        return String.join("; ", words);
    }

    private static String spikes(SpikedRatio spiked) {
        if (spiked.spikes() > 0) {
            return Plurals.count(spiked.spikes(), "spike");
        }
        return spiked.outliers() == 0 ? "no outlier" : spiked.outliers() + " outliers, no spike";
    }

    /** Ends below 0, which a net ratio can have, are no ratios. */
    private static String ratio(double ratio, @Nullable Interval at95) {
        if (at95 != null && ratio > 0 && at95.low() > 0) {
            return Interval.ratio(ratio, at95).value() + " (" + at95.words() + ")";
        }
        return (ratio > 0 ? RatioText.of(ratio).value() : "nothing")
                + (at95 != null && at95.high() > 0
                        ? " (at most " + RatioText.of(at95.high()).value() + ")"
                        : "");
    }
}
