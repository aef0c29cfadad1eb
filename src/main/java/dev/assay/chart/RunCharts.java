package dev.assay.chart;

import dev.assay.model.RunHeader;
import dev.assay.model.RunResult;
import dev.assay.text.Truncation;
import dev.assay.model.RuntimePair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The figures of a run, in the order of the report. What was not measured has no figure.
 *
 * @param ratios forest plots: one for each headline pair, or one command over the other
 * @param speedUps speed-up over threads, one for each workload that scales
 * @param memory peak memory
 * @param startup the start-up suite's wall time
 * @param parts of figures with many rows the same by suite, by the id of the whole: to share, for a file so tall is read nowhere
 */
public record RunCharts(
        List<Chart> ratios,
        List<Chart> speedUps,
        Optional<Chart> memory,
        Optional<Chart> startup,
        Map<String, List<Chart>> parts) {
    /** A figure with more rows, headings included, has parts too. */
    private static final int TOO_TALL = 24;

    public RunCharts {
        ratios = List.copyOf(ratios);
        speedUps = List.copyOf(speedUps);
        parts = Map.copyOf(parts);
    }

    /** Makes the figures of a run. */
    public static RunCharts of(RunResult result) {
        String note = note(result.header());
        Map<String, List<Chart>> parts = new HashMap<>();
        List<Chart> ratios = new ArrayList<>();
        RatioCharts.commands(result).ifPresent(ratios::add);
        for (RuntimePair pair : RuntimePair.headlines()) {
            whole(part -> RatioCharts.between(result, pair, part), note, parts).ifPresent(ratios::add);
        }
        return new RunCharts(
                ratios.stream().map(figure -> figure.withNote(note)).toList(),
                SpeedUpCharts.of(result).stream()
                        .map(figure -> figure.withNote(note))
                        .toList(),
                whole(part -> CostCharts.memory(result, part), note, parts),
                CostCharts.startup(result).map(figure -> figure.withNote(note)),
                parts);
    }

    /** The figure of all workloads; when it is too tall, its parts are put with the others. */
    private static Optional<Chart> whole(
            Function<SuiteSlice, Optional<Chart>> kind, String note, Map<String, List<Chart>> parts) {
        Optional<Chart> whole = kind.apply(SuiteSlice.ALL).map(figure -> figure.withNote(note));
        whole.filter(figure -> figure.y().ticks().size() > TOO_TALL)
                .ifPresent(figure -> parts.put(
                        figure.id(),
                        figure.y().ticks().stream()
                                .filter(Tick::heading)
                                .flatMap(heading -> kind.apply(new SuiteSlice(heading.label())).stream())
                                .map(part -> part.withNote(note))
                                .toList()));
        return whole;
    }

    /** The parts of a figure; none for most. */
    public List<Chart> parts(Chart figure) {
        return parts.getOrDefault(figure.id(), List.of());
    }

    /** Every figure, and behind each its parts. */
    public List<Chart> all() {
        List<Chart> all = new ArrayList<>(ratios);
        all.addAll(speedUps);
        memory.ifPresent(all::add);
        startup.ifPresent(all::add);
        return all.stream()
                .flatMap(figure -> Stream.concat(Stream.of(figure), parts(figure).stream()))
                .toList();
    }

    private static String note(RunHeader header) {
        String versions = header.toolchains().stream()
                .map(toolchain -> ComparisonLabels.name(toolchain) + " " + toolchain.version())
                .collect(Collectors.joining(", "));
        return Stream.of(
                        ComparisonLabels.machine(header.environment()),
                        Truncation.shorten(versions, 60),
                        header.startedAt().toString().substring(0, 10),
                        "profile " + header.profile())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
    }
}
