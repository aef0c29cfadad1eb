package dev.assay.console;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of cells in columns that are as wide as their contents, with two blanks at least between them. The last cell is wrapped. Where a
 * terminal is too narrow for columns, the cells of a row follow each other and go on below.
 */
public final class Columns {
    private static final String GAP = "  ";
    private static final String BELOW = "    ";

    /** No text is wrapped in fewer columns than this. */
    private static final int NARROWEST = 24;

    private final String indent;
    private final int[] widths;
    private final boolean aligned;
    private final int terminal;

    /**
     * Columns for some rows.
     *
     * @param terminal how many columns the terminal has
     * @param indent how many columns stay free on the left
     * @param rows the rows, of the same number of cells each
     * @param least the least widths, gaps included, of all columns but the last
     */
    public Columns(int terminal, int indent, List<List<String>> rows, int... least) {
        this.terminal = terminal;
        this.indent = " ".repeat(indent);
        this.widths = least.clone();
        int last = 0;
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], TerminalText.length(row.get(i)) + GAP.length());
            }
            last = Math.max(last, TerminalText.length(row.get(widths.length)));
        }
        this.aligned = margin() + Math.min(last, NARROWEST) <= terminal;
    }

    /** Whether the terminal is wide enough for columns. */
    public boolean aligned() {
        return aligned;
    }

    /** Where the last column begins. */
    int margin() {
        int margin = indent.length();
        for (int width : widths) {
            margin += width;
        }
        return margin;
    }

    /** A row in lines. */
    public List<String> lines(List<String> cells) {
        return aligned ? inColumns(cells) : inSequence(cells);
    }

    private List<String> inColumns(List<String> cells) {
        StringBuilder line = new StringBuilder(indent);
        for (int i = 0; i < widths.length; i++) {
            line.append(cells.get(i)).append(" ".repeat(widths[i] - TerminalText.length(cells.get(i))));
        }
        List<String> lines = new ArrayList<>();
        for (String part : TerminalText.wrapped(cells.get(widths.length), terminal - margin())) {
            lines.add(((lines.isEmpty() ? line : " ".repeat(margin())) + part).stripTrailing());
        }
        return lines;
    }

    private List<String> inSequence(List<String> cells) {
        List<String> lines = new ArrayList<>();
        String line = indent + cells.get(0);
        for (String cell : cells.subList(1, cells.size())) {
            if (cell.isEmpty()) {
                continue;
            }
            if (TerminalText.length(line) + GAP.length() + TerminalText.length(cell) <= terminal) {
                line += (line.isBlank() ? "" : GAP) + cell;
                continue;
            }
            if (!line.isBlank()) {
                lines.add(line);
            }
            String below = indent + BELOW;
            List<String> parts = TerminalText.wrapped(cell, terminal - below.length());
            parts.subList(0, parts.size() - 1).forEach(part -> lines.add(below + part));
            line = below + parts.get(parts.size() - 1);
        }
        lines.add(line);
        return lines;
    }
}
