package dev.assay.export;

import dev.assay.model.result.RunResult;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The table that hyperfine writes, from 1.15 to 1.20 at least, with {@code --export-markdown}. {@code Relative} is to the fastest trial of the same workload and size;
 * between different tasks it would mean nothing.
 */
final class HyperfineMarkdown {
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    /** The largest unit in which the shortest time still has a digit. */
    private enum Unit {
        SECOND("s", 1, 3),
        MILLISECOND("ms", 1e3, 1),
        MICROSECOND("µs", 1e6, 1);

        private final String symbol;
        private final double perSecond;
        private final int decimals;

        Unit(String symbol, double perSecond, int decimals) {
            this.symbol = symbol;
            this.perSecond = perSecond;
            this.decimals = decimals;
        }

        static Unit forShortest(double seconds) {
            return seconds >= 1 ? SECOND : seconds >= 1e-3 ? MILLISECOND : MICROSECOND;
        }

        String shown(double seconds) {
            return fixed(seconds * perSecond, decimals);
        }
    }

    private HyperfineMarkdown() {}

    static Optional<byte[]> render(RunResult run) {
        List<WallTimes> all = WallTimes.of(run);
        Unit unit =
                Unit.forShortest(all.stream().mapToDouble(WallTimes::mean).min().orElse(1));
        String mark = " [" + unit.symbol + "] | ";
        StringBuilder table = new StringBuilder(
                "| Command | Mean" + mark + "Min" + mark + "Max" + mark + "Relative |\n|:---|---:|---:|---:|---:|\n");
        for (WallTimes timed : all) {
            table.append("| ")
                    .append(code(timed.name()))
                    .append(" | ")
                    .append(spread(unit.shown(timed.mean()), deviation(timed, unit)))
                    .append(" | ")
                    .append(unit.shown(timed.min()))
                    .append(" | ")
                    .append(unit.shown(timed.max()))
                    .append(" | ")
                    .append(relative(timed, fastest(timed, all)))
                    .append(" |\n");
        }
        return Optional.of(table.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String deviation(WallTimes timed, Unit unit) {
        Double deviation = timed.standardDeviation();
        return deviation == null ? "" : unit.shown(deviation);
    }

    private static String spread(String value, String deviation) {
        return deviation.isEmpty() ? value : value + " ± " + deviation;
    }

    private static WallTimes fastest(WallTimes timed, List<WallTimes> all) {
        return all.stream()
                .filter(other -> other.id().workload().equals(timed.id().workload())
                        && other.id().size() == timed.id().size())
                .min(Comparator.comparingDouble(WallTimes::mean))
                .orElse(timed);
    }

    /** The ratio of the means, and its deviation by the propagation of independent errors. */
    private static String relative(WallTimes timed, WallTimes fastest) {
        double ratio = timed.mean() / fastest.mean();
        Double own = timed.standardDeviation();
        Double other = fastest.standardDeviation();
        String deviation = timed.id().equals(fastest.id()) || own == null || other == null
                ? ""
                : fixed(ratio * Math.hypot(own / timed.mean(), other / fastest.mean()), 2);
        return spread(fixed(ratio, 2), deviation);
    }

    private static String fixed(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** A code span that ends where it should (CommonMark 6.1), in a cell that does too (GFM, tables). */
    private static String code(String name) {
        int longest = BACKTICKS
                .matcher(name)
                .results()
                .map(MatchResult::group)
                .mapToInt(String::length)
                .max()
                .orElse(0);
        String fence = "`".repeat(longest + 1);
        String room = name.startsWith("`") || name.endsWith("`") ? " " : "";
        return fence + room + name.replace("|", "\\|") + room + fence;
    }
}
