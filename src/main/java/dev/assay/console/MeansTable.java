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

/**
 * The geometric means of the suites: a line for each suite's speed and one for its memory, the headline pairs side by side. Those of a
 * runtime that not every machine has are omitted where there is no room for them.
 */
public final class MeansTable {
    static final String TITLE = "Geometric means, [95 % interval] or [low .. high]; above 1 the second is better";
    private static final int SUITE = 11;
    private static final int METRIC = 13;
    private static final int PAIR = 27;
    private static final int INDENT = 2;

    private final RunResult result;
    private final List<RuntimePair> pairs;

    private MeansTable(RunResult result, List<RuntimePair> pairs) {
        this.result = result;
        this.pairs = pairs;
    }

    /** Its lines on a console of some width; none without means. */
    static List<String> lines(int width, RunResult result) {
        if (result.summaries().isEmpty()) {
            return List.of();
        }
        List<RuntimePair> measured = RuntimePair.headlines().stream()
                .filter(pair -> !pair.optional() || result.summaries().stream().anyMatch(mean -> isOf(mean, pair)))
                .toList();
        List<RuntimePair> needed =
                measured.stream().filter(pair -> !pair.optional()).toList();
        MeansTable whole = new MeansTable(result, measured);
        MeansTable small = new MeansTable(result, needed);
        return whole.columns(width).or(() -> small.columns(width)).orElseGet(() -> whole.sequence(width));
    }

    private static boolean isOf(Summary mean, RuntimePair pair) {
        return pair.primary(mean.baseline(), mean.contender());
    }

    /** Shows what a run that goes on has come to. */
    public static void showSoFar(Console console, RunResult result) {
        List<String> lines = lines(console.width(), result);
        if (!lines.isEmpty()) {
            console.progress("So far, and not final. " + TITLE);
            lines.forEach(console::progress);
        }
    }

    /** The pairs side by side; empty on a console that is too narrow for them. */
    private Optional<List<String>> columns(int width) {
        List<List<String>> rows = rows();
        int[] widths = IntStream.concat(
                        IntStream.of(SUITE, METRIC), pairs.stream().skip(1).mapToInt(pair -> PAIR))
                .toArray();
        Columns wide = new Columns(width, INDENT, rows, widths);
        return wide.aligned()
                ? Optional.of(
                        rows.stream().flatMap(row -> wide.lines(row).stream()).toList())
                : Optional.empty();
    }

    /** A line for each ratio. */
    private List<String> sequence(int width) {
        List<List<String>> narrow = rows().stream()
                .skip(1)
                .flatMap(row -> IntStream.range(0, pairs.size())
                        .mapToObj(i -> List.of(row.get(0), row.get(1), title(pairs.get(i)), row.get(2 + i))))
                .filter(row -> !row.get(3).isEmpty())
                .toList();
        Columns columns = new Columns(width, INDENT, narrow, 0, 0, 0);
        return narrow.stream().flatMap(row -> columns.lines(row).stream()).toList();
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("", "", pairs.stream().map(MeansTable::title).toList()));
        result.summaries().stream().map(Summary::suite).distinct().forEach(suite -> rows.addAll(suite(suite)));
        return rows;
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
                .filter(summary -> summary.suite().equals(suite) && summary.metric() == metric && isOf(summary, pair))
                .findFirst();
    }
}
