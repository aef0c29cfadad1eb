package dev.assay.chart;

import dev.assay.model.catalog.Workload;

/**
 * The part of a run's workloads that a figure is of.
 *
 * @param suite the one suite; empty for all of them
 */
public record SuiteSlice(String suite) {
    /** All workloads. */
    public static final SuiteSlice ALL = new SuiteSlice("");

    /** Whether it holds a workload. */
    public boolean has(String workload) {
        return suite.isEmpty() || Workload.suiteOf(workload).equals(suite);
    }

    /** The id of a chart of this part, from that of the whole. */
    public String id(String whole) {
        return suite.isEmpty() ? whole : whole + "-" + suite;
    }

    /** The title of a chart of this part, from that of the whole. */
    public String title(String whole) {
        return suite.isEmpty() ? whole : whole + ", suite " + suite;
    }
}
