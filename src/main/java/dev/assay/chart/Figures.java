package dev.assay.chart;

import dev.assay.model.Header;
import dev.assay.model.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The figures of a run, in the order of the report. What was not measured has no figure.
 *
 * @param ratios forest plots: Python over Rust and Rust over C, or one command over the other
 * @param speedUps speed-up over threads, one for each workload that scales
 * @param memory peak memory
 * @param startup the start-up suite's wall time
 */
public record Figures(List<Figure> ratios, List<Figure> speedUps, Optional<Figure> memory, Optional<Figure> startup) {
    public Figures {
        ratios = List.copyOf(ratios);
        speedUps = List.copyOf(speedUps);
    }

    /** Makes the figures of a run. */
    public static Figures of(RunResult result) {
        List<Figure> ratios = new ArrayList<>();
        RatioFigures.commands(result).ifPresent(ratios::add);
        RatioFigures.pythonToRust(result).ifPresent(ratios::add);
        RatioFigures.rustToC(result).ifPresent(ratios::add);
        String note = note(result.header());
        return new Figures(
                ratios.stream().map(figure -> figure.withNote(note)).toList(),
                SpeedUpFigures.of(result).stream()
                        .map(figure -> figure.withNote(note))
                        .toList(),
                CostFigures.memory(result).map(figure -> figure.withNote(note)),
                CostFigures.startup(result).map(figure -> figure.withNote(note)));
    }

    /** Every figure. */
    public List<Figure> all() {
        List<Figure> all = new ArrayList<>(ratios);
        all.addAll(speedUps);
        memory.ifPresent(all::add);
        startup.ifPresent(all::add);
        return all;
    }

    private static String note(Header header) {
        String versions = header.toolchains().stream()
                .map(toolchain -> toolchain.runtime().title() + " " + toolchain.version())
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
