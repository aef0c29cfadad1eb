package dev.assay.benchmarks;

import static dev.assay.benchmarks.TextTable.share;

import dev.assay.stats.Bounds;
import dev.assay.stats.HodgesLehmann;
import dev.assay.stats.Quantiles;
import dev.assay.stats.Sensitivity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;

/** What a run says it could have shown, against what it does show; and the interval of a figure that was picked as the strongest of many. */
final class SensitivitySimulation {
    private static final double SPREAD = 0.02;
    private static final int LEVEL = 95;
    private static final List<Integer> MANY = List.of(3, 10, 22);
    private static final int BLOCKS = 18;

    private final Draw draw;

    SensitivitySimulation(Draw draw) {
        this.draw = draw;
    }

    TextTable found() {
        TextTable table = new TextTable(
                "The smallest effect that runs say they could have shown four times in five, in percent of the ratio (S, median), and how"
                        + " often programs that differ by just that\nare found to differ in that direction (F), by blocks, at a spread of "
                        + Math.round(100 * SPREAD) + " %",
                Draw.BLOCKS.stream().flatMap(n -> Stream.of("S " + n, "F " + n)).toList());
        for (NoiseModel model : NoiseModel.values()) {
            table.row(
                    model.title(),
                    Draw.BLOCKS.stream().flatMap(n -> found(model, n)).toList());
        }
        return table;
    }

    private Stream<String> found(NoiseModel model, int n) {
        UniformRandomProvider random = draw.random("sensitivity", model.name(), n);
        double typical = model.truth(random, SPREAD).typical();
        double[][] runs = new double[draw.rounds()][];
        Arrays.setAll(runs, i -> Draw.moved(model.logRatios(random, n, SPREAD), -typical));
        double effect = Quantiles.median(Arrays.stream(runs)
                .mapToDouble(run -> Objects.requireNonNull(Sensitivity.smallest(HodgesLehmann.of(run), LEVEL)))
                .toArray());
        int found = 0;
        for (double[] run : runs) {
            Bounds bounds = Objects.requireNonNull(HodgesLehmann.of(run).interval(LEVEL));
            found += bounds.low() > -effect ? 1 : 0;
        }
        return Stream.of(String.format(Locale.ROOT, "%.2f", 100 * Math.expm1(effect)), share(found, draw.rounds()));
    }

    TextTable strongest() {
        TextTable table = new TextTable(
                "The strongest of K equal workloads, " + BLOCKS
                        + " blocks: its own 95 % interval covers the truth (P), and that which holds for all K at once (A), by K, a quarter of"
                        + " the rounds",
                MANY.stream().flatMap(k -> Stream.of("P " + k, "A " + k)).toList());
        for (NoiseModel model : NoiseModel.values()) {
            table.row(
                    model.title(),
                    MANY.stream().flatMap(k -> strongest(model, k)).toList());
        }
        return table;
    }

    private Stream<String> strongest(NoiseModel model, int k) {
        UniformRandomProvider random = draw.random("strongest", model.name(), k);
        double typical = model.truth(random, SPREAD).typical();
        int rounds = Math.max(1, draw.rounds() / 4);
        int plain = 0;
        int adjusted = 0;
        for (int i = 0; i < rounds; i++) {
            HodgesLehmann strongest = HodgesLehmann.of(model.logRatios(random, BLOCKS, SPREAD));
            for (int workload = 1; workload < k; workload++) {
                HodgesLehmann other = HodgesLehmann.of(model.logRatios(random, BLOCKS, SPREAD));
                strongest = other.value() > strongest.value() ? other : strongest;
            }
            plain += Draw.holds(strongest.interval(LEVEL), typical) ? 1 : 0;
            adjusted += Draw.holds(strongest.interval(100 - (100.0 - LEVEL) / k), typical) ? 1 : 0;
        }
        return Stream.of(share(plain, rounds), share(adjusted, rounds));
    }
}
