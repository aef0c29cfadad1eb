package dev.assay.chart;

import dev.assay.model.result.RunResult;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A section of the report that holds charts.
 *
 * @param id its id, unique in the page
 * @param title its title, also in the navigation
 * @param intro what a reader must know of all its charts; empty for nothing
 * @param missing what stands in its place when it has no chart; empty when it is omitted then
 * @param charts its charts of a part of a run's workloads, each with an id of the part's
 */
public record ChartSection(
        String id,
        String title,
        Function<RunResult, String> intro,
        String missing,
        BiFunction<RunResult, SuiteSlice, List<Chart>> charts) {
    /** A section without words of its own, which is omitted when it has no chart. */
    public ChartSection(String id, String title, BiFunction<RunResult, SuiteSlice, List<Chart>> charts) {
        this(id, title, result -> "", "", charts);
    }
}
