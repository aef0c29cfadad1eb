package dev.assay.chart;

import dev.assay.model.Header;
import dev.assay.model.RunResult;
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
 * @param ratios forest plots: Python over Rust and Rust over C, or one command over the other
 * @param speedUps speed-up over threads, one for each workload that scales
 * @param memory peak memory
 * @param startup the start-up suite's wall time
 * @param parts of figures with many rows the same by suite, by the id of the whole: to share, for a file so tall is read nowhere
 */
public record Figures(
        List<Figure> ratios,
        List<Figure> speedUps,
        Optional<Figure> memory,
        Optional<Figure> startup,
        Map<String, List<Figure>> parts) {
    /** A figure with more rows, headings included, has parts too. */
    private static final int TOO_TALL = 24;

    public Figures {
        ratios = List.copyOf(ratios);
        speedUps = List.copyOf(speedUps);
        parts = Map.copyOf(parts);
    }

    /** Makes the figures of a run. */
    public static Figures of(RunResult result) {
        String note = note(result.header());
        Map<String, List<Figure>> parts = new HashMap<>();
        List<Figure> ratios = new ArrayList<>();
        RatioFigures.commands(result).ifPresent(ratios::add);
        for (Function<Part, Optional<Figure>> kind : List.<Function<Part, Optional<Figure>>>of(
                part -> RatioFigures.pythonToRust(result, part), part -> RatioFigures.rustToC(result, part))) {
            whole(kind, note, parts).ifPresent(ratios::add);
        }
        return new Figures(
                ratios.stream().map(figure -> figure.withNote(note)).toList(),
                SpeedUpFigures.of(result).stream()
                        .map(figure -> figure.withNote(note))
                        .toList(),
                whole(part -> CostFigures.memory(result, part), note, parts),
                CostFigures.startup(result).map(figure -> figure.withNote(note)),
                parts);
    }

    /** The figure of all workloads; when it is too tall, its parts are put with the others. */
    private static Optional<Figure> whole(
            Function<Part, Optional<Figure>> kind, String note, Map<String, List<Figure>> parts) {
        Optional<Figure> whole = kind.apply(Part.ALL).map(figure -> figure.withNote(note));
        whole.filter(figure -> figure.y().ticks().size() > TOO_TALL)
                .ifPresent(figure -> parts.put(
                        figure.id(),
                        figure.y().ticks().stream()
                                .filter(Tick::heading)
                                .flatMap(heading -> kind.apply(new Part(heading.label())).stream())
                                .map(part -> part.withNote(note))
                                .toList()));
        return whole;
    }

    /** The parts of a figure; none for most. */
    public List<Figure> parts(Figure figure) {
        return parts.getOrDefault(figure.id(), List.of());
    }

    /** Every figure, and behind each its parts. */
    public List<Figure> all() {
        List<Figure> all = new ArrayList<>(ratios);
        all.addAll(speedUps);
        memory.ifPresent(all::add);
        startup.ifPresent(all::add);
        return all.stream()
                .flatMap(figure -> Stream.concat(Stream.of(figure), parts(figure).stream()))
                .toList();
    }

    private static String note(Header header) {
        String versions = header.toolchains().stream()
                .map(toolchain -> Words.name(toolchain) + " " + toolchain.version())
                .collect(Collectors.joining(", "));
        return Stream.of(
                        Words.machine(header.environment()),
                        Words.shorten(versions, 60),
                        header.startedAt().toString().substring(0, 10),
                        "profile " + header.profile())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
    }
}
