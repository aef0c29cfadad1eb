package dev.assay.chart;

import dev.assay.model.Workload;

/**
 * The part of a run's workloads that a figure is of.
 *
 * @param suite the one suite; empty for all of them
 */
record SuiteSlice(String suite) {
    static final SuiteSlice ALL = new SuiteSlice("");

    boolean has(String workload) {
        return suite.isEmpty() || Workload.suiteOf(workload).equals(suite);
    }

    String id(String whole) {
        return suite.isEmpty() ? whole : whole + "-" + suite;
    }

    String title(String whole) {
        return suite.isEmpty() ? whole : whole + ", suite " + suite;
    }
}
