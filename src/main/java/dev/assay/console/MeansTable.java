package dev.assay.console;

import dev.assay.model.Metric;
import dev.assay.model.catalog.RuntimePair;
import dev.assay.model.result.RunResult;
import dev.assay.model.result.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The geometric means of the suites: a line for each suite's speed and one for its memory, the headline pairs side by side. */
public final class MeansTable {
    static final String TITLE = "Geometric means, [95 % interval] or [low .. high]; above 1 the second is better";
    private static final int SUITE = 11;
    private static final int METRIC = 13;
    private static final int PAIR = 27;
    private static final int INDENT = 2;

    private final RunResult result;
    private final List<RuntimePair> pairs = RuntimePair.headlines();

    private MeansTable(RunResult result) {
        this.result = result;
    }

    /** Its lines on a console of some width; none without means. */
    static List<String> lines(int width, RunResult result) {
        return result.summaries().isEmpty() ? List.of() : new MeansTable(result).lines(width);
    }

    /** Shows what a run that goes on has come to. */
    public static void showSoFar(Console console, RunResult result) {
        List<String> lines = lines(console.width(), result);
        if (!lines.isEmpty()) {
            console.progress("So far, and not final. " + TITLE);
            lines.forEach(console::progress);
        }
    }

    private List<String> lines(int width) {
        List<String> titles = pairs.stream().map(MeansTable::title).toList();
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("", "", titles));
        result.summaries().stream().map(Summary::suite).distinct().forEach(suite -> rows.addAll(suite(suite)));
        int[] widths = IntStream.concat(
                        IntStream.of(SUITE, METRIC), pairs.stream().skip(1).mapToInt(pair -> PAIR))
                .toArray();
        Columns wide = new Columns(width, INDENT, rows, widths);
        if (wide.aligned()) {
            return rows.stream().flatMap(row -> wide.lines(row).stream()).toList();
        }
        List<List<String>> narrow = rows.stream()
                .skip(1)
                .flatMap(row -> IntStream.range(0, pairs.size())
                        .mapToObj(i -> List.of(row.get(0), row.get(1), titles.get(i), row.get(2 + i))))
                .filter(row -> !row.get(3).isEmpty())
                .toList();
        Columns columns = new Columns(width, INDENT, narrow, 0, 0, 0);
        return narrow.stream().flatMap(row -> columns.lines(row).stream()).toList();
    }

    private List<List<String>> suite(String suite) {
        boolean work =
                pairs.stream().anyMatch(pair -> mean(suite, Metric.WORK, pair).isPresent());
        return Stream.of(work ? Metric.WORK : Metric.WALL, Metric.PEAK)
                .map(metric -> row(
                        suite,
                        metric.title(),
                        pairs.stream().map(pair -> ratio(suite, metric, pair)).toList()))
                .filter(row -> row.stream().skip(2).anyMatch(ratio -> !ratio.isEmpty()))
                .toList();
    }

    private static String title(RuntimePair pair) {
        return pair.baseline().title() + " / " + pair.contender().title();
    }

    private static List<String> row(String suite, String metric, List<String> ratios) {
        return Stream.concat(Stream.of(suite, metric), ratios.stream()).toList();
    }

    private String ratio(String suite, Metric metric, RuntimePair pair) {
        return mean(suite, metric, pair)
                .map(mean -> mean.estimate().ratio().toString())
                .orElse("");
    }

    private Optional<Summary> mean(String suite, Metric metric, RuntimePair pair) {
        return result.summaries().stream()
                .filter(summary -> summary.suite().equals(suite)
                        && summary.metric() == metric
                        && pair.primary(summary.baseline(), summary.contender()))
                .findFirst();
    }
}
