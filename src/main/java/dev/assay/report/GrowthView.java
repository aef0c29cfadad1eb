package dev.assay.report;

import dev.assay.model.Runtime;
import dev.assay.model.run.MemoryGrowth;
import dev.assay.model.run.ProbeResult;
import dev.assay.text.NumberText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much memory an element of each data structure takes: a table with a row for each structure.
 *
 * @param columns the languages, and other structures in them
 * @param rows the structures
 */
record GrowthView(List<String> columns, List<Row> rows) {
    /** Below this the error of a slope is too small to be shown. */
    private static final double SMALL_ERROR = 0.01;

    /**
     * A data structure.
     *
     * @param structure its name
     * @param cells a cell for each column
     */
    record Row(String structure, List<Cell> cells) {}

    /**
     * A figure.
     *
     * @param probe the place of the probe; empty for none
     * @param bytes bytes per element, or a dash
     * @param error how far the peaks lie from a line, if that matters; else empty
     * @param ratio how it compares to Rust's; empty for Rust itself, and where there is none
     */
    record Cell(String probe, String bytes, String error, String ratio) {
        boolean any() {
            return !probe.isEmpty();
        }
    }

    private record Column(Runtime runtime, String variant) {
        static Column of(MemoryGrowth growth) {
            return new Column(growth.runtime(), growth.variant());
        }

        String title() {
            return runtime.title() + (variant.equals("std") ? "" : ", " + variant);
        }
    }

    static GrowthView of(List<ProbeResult> probes) {
        List<MemoryGrowth> growths = MemoryGrowth.of(probes);
        List<Column> columns = growths.stream().map(Column::of).distinct().toList();
        List<Row> rows = new ArrayList<>();
        for (String structure :
                growths.stream().map(MemoryGrowth::structure).distinct().toList()) {
            List<MemoryGrowth> those = growths.stream()
                    .filter(growth -> growth.structure().equals(structure))
                    .toList();
            MemoryGrowth rust = find(those, new Column(Runtime.RUST, "std"));
            rows.add(new Row(
                    structure.substring(structure.indexOf('/') + 1),
                    columns.stream()
                            .map(column -> cell(find(those, column), rust))
                            .toList()));
        }
        return new GrowthView(columns.stream().map(Column::title).toList(), rows);
    }

    private static @Nullable MemoryGrowth find(List<MemoryGrowth> growths, Column column) {
        return growths.stream()
                .filter(growth -> Column.of(growth).equals(column))
                .findFirst()
                .orElse(null);
    }

    private static Cell cell(@Nullable MemoryGrowth growth, @Nullable MemoryGrowth rust) {
        if (growth == null) {
            return new Cell("", "–", "", "");
        }
        boolean vague = growth.standardError() > SMALL_ERROR * growth.bytes();
        return new Cell(
                Anchors.ofProbe(growth.probe()),
                NumberText.formatDigits(growth.bytes(), 3),
                vague ? "± " + NumberText.formatDigits(growth.standardError(), 2) : "",
                rust == null || rust.equals(growth) || rust.bytes() <= 0
                        ? ""
                        : NumberText.formatDigits(growth.bytes() / rust.bytes(), 2) + "×");
    }

    boolean any() {
        return !rows.isEmpty();
    }
}
