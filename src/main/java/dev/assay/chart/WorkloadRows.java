package dev.assay.chart;

import dev.assay.model.catalog.Workload;
import dev.assay.model.run.CommandPair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Workloads as rows from top to bottom. Many of several suites stand under a heading for each suite, without its name before theirs. */
final class WorkloadRows {
    /** So many rows are read without headings. */
    static final int FEW = 12;

    private final List<Tick> ticks = new ArrayList<>();
    private final Map<String, Integer> places = new LinkedHashMap<>();

    private WorkloadRows() {}

    /**
     * Rows in the order of the suites, and in each of the workloads.
     *
     * @param names what to write, by workload, such as {@code numeric/nbody (wall)}
     * @param part what the figure is of; the name of a single suite stands in its title already
     */
    static WorkloadRows of(Map<String, String> names, SuiteSlice part) {
        Map<String, List<String>> bySuite = new LinkedHashMap<>();
        for (String workload : names.keySet()) {
            bySuite.computeIfAbsent(Workload.suiteOf(workload), unused -> new ArrayList<>())
                    .add(workload);
        }
        boolean grouped = names.size() > FEW && bySuite.size() > 1;
        boolean known = grouped || !part.suite().isEmpty();
        WorkloadRows rows = new WorkloadRows();
        bySuite.forEach((suite, workloads) -> {
            if (grouped) {
                rows.ticks.add(new Tick(rows.ticks.size(), suite, true));
            }
            for (String workload : workloads) {
                String name = Objects.requireNonNull(names.get(workload));
                rows.places.put(workload, rows.ticks.size());
                rows.ticks.add(new Tick(rows.ticks.size(), known ? name.substring(suite.length() + 1) : name));
            }
        });
        return rows;
    }

    /** The row of a workload, from 0. */
    int row(String workload) {
        return Objects.requireNonNull(places.get(workload), workload);
    }

    Axis axis() {
        return Axis.rowsOf(ticks);
    }

    /** What a workload's row is called where nothing more is to be said. */
    static String name(String workload) {
        return workload.equals(CommandPair.WORKLOAD) ? "the two commands" : workload;
    }
}
