package dev.assay.report;

import dev.assay.model.catalog.MistakeFate;
import dev.assay.model.catalog.MistakeFinder;
import dev.assay.model.run.MistakePair;
import dev.assay.model.run.ProbeResult;
import dev.assay.text.NumberText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who finds the mistakes that were put into programs: a table with a row for each kind of mistake.
 *
 * @param mistakes how many there are, each in both languages
 * @param programs in how many programs
 * @param groups what can become of a mistake
 * @param columns who looks for mistakes, for each of these again
 * @param rows the kinds of mistakes
 * @param total all of them together
 */
record MistakesView(
        int mistakes, long programs, List<String> groups, List<String> columns, List<Row> rows, List<String> total) {
    /**
     * A kind of mistake.
     *
     * @param rule what it is
     * @param count how many there are
     * @param shares how many have each fate, by each who looks for them
     */
    record Row(String rule, int count, List<String> shares) {}

    static MistakesView of(List<ProbeResult> probes) {
        List<MistakePair> pairs = MistakePair.of(probes);
        Map<String, List<MistakePair>> byRule = new LinkedHashMap<>();
        pairs.stream()
                .sorted((a, b) -> a.rust().rule().compareTo(b.rust().rule()))
                .forEach(pair -> byRule.computeIfAbsent(pair.rust().rule(), rule -> new ArrayList<>())
                        .add(pair));
        List<Row> rows = new ArrayList<>();
        byRule.forEach((rule, those) -> rows.add(new Row(
                rule.replace('-', ' '),
                those.size(),
                counts(those).stream().map(NumberText::count).toList())));
        return new MistakesView(
                pairs.size(),
                pairs.stream().map(MistakePair::program).distinct().count(),
                List.of("found before it runs", "crashes when it runs", "found by nothing"),
                fates().stream()
                        .flatMap(fate -> finders().stream())
                        .map(MistakesView::title)
                        .toList(),
                rows,
                counts(pairs).stream()
                        .map(count -> NumberText.percent((double) count / Math.max(1, pairs.size())))
                        .toList());
    }

    private static List<MistakeFate> fates() {
        return List.of(MistakeFate.EARLY, MistakeFate.CRASH, MistakeFate.SILENT);
    }

    private static List<MistakeFinder> finders() {
        return List.of(MistakeFinder.RUST, MistakeFinder.PYTHON, MistakeFinder.PYTHON_CHECKED);
    }

    private static String title(MistakeFinder finder) {
        return finder == MistakeFinder.PYTHON_CHECKED ? "Python + mypy" : finder.title();
    }

    private static List<Long> counts(List<MistakePair> pairs) {
        return fates().stream()
                .flatMap(fate -> finders().stream()
                        .map(finder -> pairs.stream()
                                .filter(pair -> pair.ends(fate, finder))
                                .count()))
                .toList();
    }

    /** The mistakes of a program, a line each; empty for none. */
    static String list(ProbeResult probe) {
        return probe.mutants().stream()
                .map(mutant -> "line " + mutant.line() + ", " + mutant.rule() + ": " + mutant.was() + "  =>  "
                        + (mutant.now().isEmpty() ? "(removed)" : mutant.now()) + "\n    "
                        + (mutant.equivalent() == null
                                ? "found by "
                                        + (mutant.found().isEmpty()
                                                ? "nobody"
                                                : mutant.found().stream()
                                                        .map(Object::toString)
                                                        .collect(Collectors.joining(", ")))
                                : "not a mistake: " + mutant.equivalent()))
                .collect(Collectors.joining("\n"));
    }

    boolean any() {
        return !rows.isEmpty();
    }

    int width() {
        return finders().size();
    }
}
