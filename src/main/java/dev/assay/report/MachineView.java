package dev.assay.report;

import dev.assay.chart.ComparisonLabels;
import dev.assay.model.Warning;
import dev.assay.model.result.RunResult;
import dev.assay.model.run.Environment;
import dev.assay.model.run.Toolchain;
import dev.assay.text.NumberText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The machine over time and the toolchains.
 *
 * @param moments when it was looked at
 * @param rows what was seen, a cell for each moment
 * @param warnings what makes figures worse, each once
 * @param toolchains the compilers and interpreters
 */
record MachineView(List<String> moments, List<Row> rows, List<Warning> warnings, List<ToolView> toolchains) {
    /**
     * One property over time.
     *
     * @param name the property
     * @param cells its value at each moment
     */
    record Row(String name, List<String> cells) {}

    /**
     * A compiler or interpreter.
     *
     * @param name the runtime
     * @param version its version
     * @param path the executable
     * @param details flags and the like
     */
    record ToolView(String name, String version, String path, List<Fact> details) {}

    static MachineView of(RunResult result) {
        List<Environment> moments = new ArrayList<>();
        moments.add(result.header().environment());
        moments.addAll(result.environments());
        return new MachineView(
                moments.stream().map(moment -> moment.phase().toString()).toList(),
                rows(moments),
                result.warnings(),
                result.header().toolchains().stream().map(MachineView::tool).toList());
    }

    private static List<Row> rows(List<Environment> moments) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>();
        List<Map<String, String>> all = moments.stream().map(MachineView::facts).toList();
        all.forEach(facts -> names.addAll(facts.keySet()));
        for (String name : names) {
            rows.put(
                    name,
                    all.stream().map(facts -> facts.getOrDefault(name, "–")).toList());
        }
        return rows.entrySet().stream()
                .map(entry -> new Row(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Map<String, String> facts(Environment moment) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("time", Timestamps.utc(moment.at()));
        facts.put("processor", moment.cpuModel());
        facts.put("logical processors", String.valueOf(moment.cores()));
        facts.put("memory", NumberText.bytes((double) moment.memoryBytes()));
        facts.put("system", moment.os() + ", " + moment.arch());
        Double load = moment.loadAverage();
        facts.put("load average, 1 min", load == null ? "–" : NumberText.format(load));
        facts.putAll(moment.facts());
        facts.put("fingerprint", moment.fingerprint().toString());
        return facts;
    }

    private static ToolView tool(Toolchain toolchain) {
        return new ToolView(
                ComparisonLabels.name(toolchain), toolchain.version(), toolchain.path(), Fact.of(toolchain.details()));
    }

    boolean hasToolchains() {
        return !toolchains.isEmpty();
    }

    boolean hasWarnings() {
        return !warnings.isEmpty();
    }
}
