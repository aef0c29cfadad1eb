package dev.assay.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table of figures with a name for each row. */
final class TextTable {
    private final String title;
    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String title, List<String> columns) {
        this.title = title;
        this.columns = columns;
    }

    /** Adds a row. */
    void row(String name, List<String> cells) {
        List<String> row = new ArrayList<>(List.of(name));
        row.addAll(cells);
        rows.add(row);
    }

    /** A share in percent with one decimal; a dash of nothing. */
    static String share(int hits, int of) {
        return of == 0 ? "-" : String.format(Locale.ROOT, "%.1f", 100.0 * hits / of);
    }

    /** Prints title, heads and rows, the columns as wide as they need to be. */
    void print(PrintStream out) {
        List<List<String>> all = new ArrayList<>(rows);
        List<String> head = new ArrayList<>(List.of(""));
        head.addAll(columns);
        all.add(0, head);
        int name = all.stream().mapToInt(row -> row.get(0).length()).max().orElse(0);
        out.println(title);
        for (List<String> row : all) {
            StringBuilder line = new StringBuilder(
                    "  " + row.get(0) + " ".repeat(name - row.get(0).length()));
            for (int i = 1; i < row.size(); i++) {
                int column = i;
                int width = all.stream()
                        .mapToInt(each -> each.get(column).length())
                        .max()
                        .orElse(0);
                line.append("  ")
                        .append(" ".repeat(width - row.get(i).length()))
                        .append(row.get(i));
            }
            out.println(line);
        }
        out.println();
    }
}
