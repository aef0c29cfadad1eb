package dev.assay.chart;

import dev.assay.model.result.RunResult;
import dev.assay.model.run.RunHeader;
import dev.assay.text.Truncation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The charts of a run, section by section. What was not measured has no chart. */
public final class RunCharts {
    /** Six compilers and interpreters; a picture that is too narrow for them shortens them once more. */
    private static final int LONGEST_VERSIONS = 130;

    /** In the order of the report. Page, navigation, PNG files and downloads follow this list. */
    public static final List<ChartSection> SECTIONS =
            List.of(RatioCharts.OVERVIEW, SpeedUpCharts.SCALING, CostCharts.MEMORY, CostCharts.STARTUP);

    /** A chart with more rows, headings included, has parts too. */
    private static final int TOO_TALL = 24;

    private final Map<ChartSection, List<Chart>> bySection = new LinkedHashMap<>();
    private final Map<String, List<Chart>> parts = new HashMap<>();

    private RunCharts() {}

    /** Makes the charts of a run. */
    public static RunCharts of(RunResult result) {
        return of(result, SECTIONS);
    }

    /** Makes the charts of these sections. */
    public static RunCharts of(RunResult result, List<ChartSection> sections) {
        String note = note(result.header());
        RunCharts charts = new RunCharts();
        for (ChartSection section : sections) {
            charts.bySection.put(section, noted(section, result, SuiteSlice.ALL, note));
            for (Chart whole : charts.of(section)) {
                if (whole.y().ticks().size() > TOO_TALL) {
                    charts.parts.put(whole.id(), parts(section, result, whole, note));
                }
            }
        }
        return charts;
    }

    private static List<Chart> noted(ChartSection section, RunResult result, SuiteSlice part, String note) {
        return section.charts().apply(result, part).stream()
                .map(chart -> chart.withNote(note))
                .toList();
    }

    private static List<Chart> parts(ChartSection section, RunResult result, Chart whole, String note) {
        return whole.y().ticks().stream()
                .filter(Tick::heading)
                .map(heading -> new SuiteSlice(heading.label()))
                .flatMap(suite -> noted(section, result, suite, note).stream()
                        .filter(chart -> chart.id().equals(suite.id(whole.id()))))
                .toList();
    }

    /** The sections in their order, those without a chart too. */
    public List<ChartSection> sections() {
        return List.copyOf(bySection.keySet());
    }

    /** The charts of a section. */
    public List<Chart> of(ChartSection section) {
        return bySection.getOrDefault(section, List.of());
    }

    /** The same chart suite by suite, to share, for a file so tall is read nowhere; empty for most charts. */
    public List<Chart> parts(Chart chart) {
        return parts.getOrDefault(chart.id(), List.of());
    }

    /** Every chart, and behind each its parts. */
    public List<Chart> all() {
        return bySection.values().stream()
                .flatMap(List::stream)
                .flatMap(chart -> Stream.concat(Stream.of(chart), parts(chart).stream()))
                .toList();
    }

    private static String note(RunHeader header) {
        String versions = header.toolchains().stream()
                .map(toolchain -> ComparisonLabels.name(toolchain) + " " + toolchain.version())
                .collect(Collectors.joining(", "));
        return Stream.of(
                        ComparisonLabels.machine(header.environment()),
                        Truncation.shorten(versions, LONGEST_VERSIONS),
                        header.startedAt().toString().substring(0, 10),
                        "profile " + header.profile())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
    }
}
