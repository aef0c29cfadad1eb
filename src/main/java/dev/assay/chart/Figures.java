package dev.assay.chart;

import dev.assay.model.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        return new Figures(ratios, SpeedUpFigures.of(result), CostFigures.memory(result), CostFigures.startup(result));
    }

    /** Every figure. */
    public List<Figure> all() {
        List<Figure> all = new ArrayList<>(ratios);
        all.addAll(speedUps);
        memory.ifPresent(all::add);
        startup.ifPresent(all::add);
        return all;
    }
}
