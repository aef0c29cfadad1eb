package dev.assay.benchmarks;

import static dev.assay.benchmarks.TextTable.share;

import dev.assay.benchmarks.NoiseModel.Truth;
import dev.assay.stats.Bootstrap;
import dev.assay.stats.Bounds;
import dev.assay.stats.Equivalence;
import dev.assay.stats.HodgesLehmann;
import dev.assay.stats.Mean;
import dev.assay.stats.StartupRatio;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Intervals and the tests that follow from them. */
final class IntervalSimulation {
    private static final double MARGIN = 1.05;
    private static final double PRACTICAL = 1.02;
    private static final double DIFFERENCE = 1.05;
    private static final double SPREAD_FOR_POWER = 0.02;
    private static final int BLOCKS_FOR_MEAN = 20;

    private final Draw draw;

    IntervalSimulation(Draw draw) {
        this.draw = draw;
    }

    TextTable coverage() {
        return byModelAndSpread(
                "Coverage of the typical ratio by the 95 % Hodges-Lehmann interval, by blocks",
                Draw.BLOCKS.stream().map(String::valueOf).toList(),
                (model, spread) -> Draw.BLOCKS.stream()
                        .map(n -> coverage(model, spread, n))
                        .toList());
    }

    private String coverage(NoiseModel model, double spread, int n) {
        UniformRandomProvider random = draw.random("coverage", model.name(), spread, n);
        double truth = model.truth(random, spread).typical();
        int covered = 0;
        for (int i = 0; i < draw.rounds(); i++) {
            HodgesLehmann location = HodgesLehmann.of(model.logRatios(random, n, spread));
            covered += Draw.holds(location.interval(95), truth) ? 1 : 0;
        }
        return share(covered, draw.rounds());
    }

    TextTable coverageOfTheMean() {
        return byModelAndSpread(
                "Coverage of the mean ratio by 95 % intervals, " + BLOCKS_FOR_MEAN + " blocks, a quarter of the rounds",
                List.of("Student's t", "bootstrap, BCa"),
                (model, spread) -> {
                    UniformRandomProvider random = draw.random("mean", model.name(), spread);
                    double truth = model.truth(random, spread).mean();
                    int rounds = draw.rounds() / 4;
                    int student = 0;
                    int corrected = 0;
                    for (int i = 0; i < rounds; i++) {
                        double[] logs = model.logRatios(random, BLOCKS_FOR_MEAN, spread);
                        student += Draw.holds(Mean.ofSample(logs).interval(95), truth) ? 1 : 0;
                        corrected += Draw.holds(Bootstrap.ofMean(logs, i).corrected(95), truth) ? 1 : 0;
                    }
                    return List.of(share(student, rounds), share(corrected, rounds));
                });
    }

    TextTable equivalenceAtTheMargin() {
        return byModelAndSpread(
                "How often programs that differ by the margin of " + MARGIN
                        + " are found equivalent, p <= .05, by ranks (R) and by t (T), by blocks",
                Draw.BLOCKS.stream().flatMap(n -> Stream.of("R " + n, "T " + n)).toList(),
                (model, spread) -> Draw.BLOCKS.stream()
                        .flatMap(n -> equivalenceAtTheMargin(model, spread, n))
                        .toList());
    }

    private Stream<String> equivalenceAtTheMargin(NoiseModel model, double spread, int n) {
        UniformRandomProvider random = draw.random("margin", model.name(), spread, n);
        Equivalence equivalence = Equivalence.within(MARGIN);
        Truth truth = model.truth(random, spread);
        int ranks = 0;
        int student = 0;
        for (int i = 0; i < draw.rounds(); i++) {
            double[] logs = Draw.moved(model.logRatios(random, n, spread), equivalence.logMargin());
            HodgesLehmann typical = HodgesLehmann.of(Draw.moved(logs, -truth.typical()));
            Mean mean = Mean.ofSample(Draw.moved(logs, -truth.mean()));
            ranks += equivalence.pInside(typical) <= 0.05 ? 1 : 0;
            student += equivalence.pInside(mean) <= 0.05 ? 1 : 0;
        }
        return Stream.of(share(ranks, draw.rounds()), share(student, draw.rounds()));
    }

    /** Of the typical ratio, which the spikes of one side move: there the difference is not quite what was asked for. */
    TextTable power() {
        TextTable table = new TextTable(
                "At a spread of 2 %: how often a true ratio of " + DIFFERENCE + " excludes 1 (A) and lies beyond "
                        + PRACTICAL
                        + " (B) with its whole 95 % interval,\nand how often a true ratio of 1 is found equivalent within "
                        + MARGIN
                        + " (C), by blocks",
                Stream.of("A ", "B ", "C ")
                        .flatMap(letter -> Draw.BLOCKS.stream().map(n -> letter + n))
                        .toList());
        for (NoiseModel model : NoiseModel.values()) {
            List<int[]> hits = Draw.BLOCKS.stream().map(n -> power(model, n)).toList();
            table.row(
                    model.title(),
                    IntStream.range(0, 3)
                            .boxed()
                            .flatMap(letter -> hits.stream().map(of -> share(of[letter], draw.rounds())))
                            .toList());
        }
        return table;
    }

    private int[] power(NoiseModel model, int n) {
        UniformRandomProvider random = draw.random("power", model.name(), n);
        Equivalence equivalence = Equivalence.within(MARGIN);
        int excludesOne = 0;
        int beyond = 0;
        int equivalent = 0;
        for (int i = 0; i < draw.rounds(); i++) {
            double[] logs = model.logRatios(random, n, SPREAD_FOR_POWER);
            Bounds bounds = Objects.requireNonNull(
                    HodgesLehmann.of(Draw.moved(logs, Math.log(DIFFERENCE))).interval(95));
            excludesOne += bounds.low() > 0 ? 1 : 0;
            beyond += bounds.low() > Math.log(PRACTICAL) ? 1 : 0;
            equivalent += equivalence.pInside(HodgesLehmann.of(logs)) <= 0.05 ? 1 : 0;
        }
        return new int[] {excludesOne, beyond, equivalent};
    }

    /** The true ratio is 1.5; the cost of the denominator is 1. */
    TextTable startupRatio() {
        TextTable table = new TextTable(
                "Ratio less start-up, normal costs: coverage where there is a 95 % interval (A), and how often there is none (B), by blocks",
                Draw.BLOCKS.stream().flatMap(n -> Stream.of("A " + n, "B " + n)).toList());
        for (double startup : List.of(0.2, 0.8, 0.95)) {
            for (double spread : Draw.SPREADS) {
                List<String> cells = new ArrayList<>();
                for (int n : Draw.BLOCKS) {
                    cells.addAll(startupRatio(startup, spread, n));
                }
                table.row(percent(startup) + " start-up, spread " + percent(spread), cells);
            }
        }
        return table;
    }

    private List<String> startupRatio(double startup, double spread, int n) {
        UniformRandomProvider random = draw.random("startup", startup, spread, n);
        int known = 0;
        int covered = 0;
        for (int i = 0; i < draw.rounds(); i++) {
            Bounds bounds = StartupRatio.of(
                            costs(random, n, startup + 1.5 * (1 - startup), spread),
                            costs(random, n, startup, spread),
                            costs(random, n, 1, spread),
                            costs(random, n, startup, spread))
                    .interval(95);
            known += bounds == null ? 0 : 1;
            covered += bounds != null && Draw.holds(bounds, 1.5) ? 1 : 0;
        }
        return List.of(share(covered, known), share(draw.rounds() - known, draw.rounds()));
    }

    private static double[] costs(UniformRandomProvider random, int n, double cost, double spread) {
        double[] costs =
                ZigguratSampler.NormalizedGaussian.of(random).samples(n).toArray();
        Arrays.setAll(costs, i -> cost * (1 + spread * costs[i]));
        return costs;
    }

    private static TextTable byModelAndSpread(
            String title, List<String> columns, BiFunction<NoiseModel, Double, List<String>> cells) {
        TextTable table = new TextTable(title, columns);
        for (NoiseModel model : NoiseModel.values()) {
            for (double spread : Draw.SPREADS) {
                table.row(model.title() + ", " + percent(spread), cells.apply(model, spread));
            }
        }
        return table;
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
