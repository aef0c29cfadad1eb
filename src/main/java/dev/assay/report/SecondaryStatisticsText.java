package dev.assay.report;

import dev.assay.chart.ComparisonLabels;
import dev.assay.chart.NumberText;
import dev.assay.model.Comparison;
import dev.assay.model.Interval;
import dev.assay.model.SecondaryStatistics;
import dev.assay.model.SecondaryStatistics.Builds;
import dev.assay.model.SecondaryStatistics.CloseTo;
import dev.assay.model.SecondaryStatistics.NetRatio;
import dev.assay.model.SecondaryStatistics.Sessions;
import dev.assay.model.SecondaryStatistics.SpikedRatio;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is shown beside a ratio, in words. */
final class SecondaryStatisticsText {
    private SecondaryStatisticsText() {}

    /** All there is, with semicolons between; empty for nothing. */
    static String of(Comparison comparison) {
        SecondaryStatistics beside = comparison.beside();
        List<String> words = new ArrayList<>();
        SpikedRatio spiked = beside.withSpikes();
        if (spiked != null) {
            words.add("with spikes " + NumberText.ratio(spiked.ratio()) + interval(spiked.at95()) + ", "
                    + spikes(spiked));
        }
        NetRatio net = beside.net();
        if (net != null) {
            words.add("net of " + (net.startUp().startsWith("noise/") ? "the floor" : net.startUp()) + " "
                    + (net.ratio() > 0 ? NumberText.ratio(net.ratio()) : "nothing")
                    + (net.at95() == null ? ", uncertain" : interval(net.at95())));
        }
        Builds builds = beside.builds();
        if (builds != null) {
            words.add("for these builds alone, " + builds.baseline() + " and " + builds.contender() + ", "
                    + (builds.at95() == null ? "too few blocks" : NumberText.ratios(builds.at95())));
            words.add("the interval treats them as a sample of all builds of the same code");
        }
        Sessions sessions = beside.sessions();
        if (sessions != null) {
            words.add("with the " + sessions.count() + " sessions as a sample " + NumberText.ratio(sessions.ratio())
                    + interval(sessions.at95()));
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
        return switch (spiked.spikes()) {
            case 0 -> spiked.outliers() == 0 ? "no outlier" : spiked.outliers() + " outliers, no spike";
            case 1 -> "1 spike";
            default -> spiked.spikes() + " spikes";
        };
    }

    /** Ends below 0, which a net ratio can have, are no ratios. */
    private static String interval(@Nullable Interval at95) {
        if (at95 == null) {
            return "";
        }
        return at95.low() > 0
                ? " (" + NumberText.ratios(at95) + ")"
                : at95.high() > 0 ? " (at most " + NumberText.ratio(at95.high()) + ")" : "";
    }
}
