package dev.assay.report;

import dev.assay.model.catalog.LanguageGuard;
import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.model.run.ProbeResult;
import dev.assay.model.run.WeaknessRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What comes of weaknesses in each language: a table with a row for each class.
 *
 * @param columns the languages
 * @param rows the classes
 * @param totals how many of its classes each language does not let pass
 */
record WeaknessesView(List<String> columns, List<Row> rows, List<String> totals) {
    /**
     * A class of weaknesses.
     *
     * @param title its name
     * @param cwe its number in the Common Weakness Enumeration
     * @param cells a cell for each language
     */
    record Row(String title, String cwe, List<Cell> cells) {}

    /**
     * The outcome of a program.
     *
     * @param program its place; empty for none
     * @param style the class of its color
     * @param word the outcome in a word, or a dash
     * @param detail by what; empty for nothing
     */
    record Cell(String program, String style, String word, String detail) {
        boolean any() {
            return !program.isEmpty();
        }
    }

    static WeaknessesView of(List<ProbeResult> probes) {
        List<WeaknessRow> rows = WeaknessRow.of(probes);
        List<LanguageGuard> guards = Stream.of(LanguageGuard.values())
                .filter(guard -> rows.stream().anyMatch(row -> row.results().containsKey(guard)))
                .toList();
        List<String> totals = new ArrayList<>();
        for (LanguageGuard guard : guards) {
            List<ProbeOutcome> outcomes = rows.stream()
                    .flatMap(row -> Stream.ofNullable(row.outcome(guard)))
                    .toList();
            long caught = outcomes.stream()
                    .filter(outcome -> outcome != ProbeOutcome.SILENT)
                    .count();
            totals.add(caught + " of " + outcomes.size());
        }
        return new WeaknessesView(
                guards.stream().map(LanguageGuard::title).toList(),
                rows.stream()
                        .map(row -> new Row(
                                row.title(),
                                row.cwe(),
                                guards.stream()
                                        .map(guard -> cell(row.results().get(guard)))
                                        .toList()))
                        .toList(),
                totals);
    }

    private static Cell cell(@Nullable ProbeResult result) {
        if (result == null) {
            return new Cell("", "none", "–", "");
        }
        String program = Anchors.ofProgram(result.probe().id());
        String codes = String.join(", ", result.codes());
        return switch (result.outcome()) {
            case REJECTED -> new Cell(program, "supported", "✓ rejected", codes);
            case STOPPED -> new Cell(program, "partly", "■ stopped", codes);
            case HARMLESS -> new Cell(program, "supported", "✓ harmless", "");
            case SILENT ->
                new Cell(
                        program,
                        "refuted",
                        "✗ silent",
                        result.message().contains("warning:") ? "the compiler warns" : "");
            default -> new Cell(program, "inconclusive", "? " + result.outcome().words(), "");
        };
    }

    boolean any() {
        return !rows.isEmpty();
    }
}
