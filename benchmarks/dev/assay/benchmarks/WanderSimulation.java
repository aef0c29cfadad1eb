package dev.assay.benchmarks;

import static dev.assay.benchmarks.TextTable.share;

import dev.assay.model.result.Comparison;
import dev.assay.model.result.Comparison.Verdict;
import dev.assay.model.result.Interval;
import dev.assay.model.result.RunResult;
import dev.assay.stats.HodgesLehmann;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** What is said of two equal programs of which one alone wanders, steps or trends, beside a canary that does not: from samples to the verdict. */
final class WanderSimulation {
    private static final String WORKLOAD = "numeric/w";
    /** Of each of its two runs: their ratio varies by 1 %. */
    private static final double CANARY = 0.01 / Math.sqrt(2);

    private static final double MEMORY = 0.9;
    private static final double ON_ONE_SIDE = 0.05;
    private static final List<Disturbance> DISTURBED = List.of(Disturbance.WANDER, Disturbance.STEP, Disturbance.TREND);
    private static final int CALIBRATION = 20_000;
    private static final List<Integer> BLOCKS = List.of(10, 20, 30, 60);

    private final Draw draw;
    private final int rounds;

    WanderSimulation(Draw draw) {
        this.draw = draw;
        this.rounds = Math.max(1, draw.rounds() / 8);
    }

    /** What the one program does beside its noise. */
    private enum Disturbance {
        CLEAN("none"),
        WANDER("wanders by its noise, 90 % left in the next block"),
        STEP("one step of twice its noise"),
        TREND("trend of twice its noise");

        private final String title;

        Disturbance(String title) {
            this.title = title;
        }

        /** Of a series of unit noise. */
        ToDoubleFunction<double[]> likelihoodRatio(int n) {
            return switch (this) {
                case CLEAN -> BestTest.shapes(new double[n]);
                case WANDER -> BestTest.wander(n, MEMORY);
                case STEP ->
                    BestTest.shapes(IntStream.range(n / 4, n / 4 + n / 2)
                            .mapToObj(at -> shape(n, i -> i < at ? 0 : 2))
                            .toArray(double[][]::new));
                case TREND -> BestTest.shapes(shape(n, i -> 2.0 * i / (n - 1)));
            };
        }

        /** The same, and its mirror image. */
        List<ToDoubleFunction<double[]>> eitherWay(int n) {
            ToDoubleFunction<double[]> one = likelihoodRatio(n);
            return List.of(
                    one,
                    series -> one.applyAsDouble(
                            Arrays.stream(series).map(value -> -value).toArray()));
        }

        private static double[] shape(int n, IntToDoubleFunction value) {
            return IntStream.range(0, n).mapToDouble(value).toArray();
        }
    }

    TextTable oneSide() {
        TextTable table = new TextTable(
                "One of two equal programs alone is disturbed: the 95 % interval covers the undisturbed ratio (C), that or the comparison is"
                        + " inconclusive or warned of (W),\nand the change of level is told (L), by noise and blocks, an eighth of the rounds",
                BLOCKS.stream()
                        .flatMap(n -> Stream.of("C " + n, "W " + n, "L " + n))
                        .toList());
        for (Disturbance disturbance : Disturbance.values()) {
            for (double noise : List.of(0.01, 0.02, 0.04)) {
                List<String> cells = new ArrayList<>();
                BLOCKS.forEach(n -> cells.addAll(cells(disturbance, noise, n)));
                table.row(disturbance.title + ", " + Math.round(100 * noise) + " %", cells);
            }
        }
        return table;
    }

    /**
     * What no check can exceed, and what none can that has to look for either direction on either side, and for all kinds: how far the first table lies
     * below the latter is what ours do not see, for they do not know the noise either.
     */
    TextTable most() {
        TextTable table = new TextTable(
                "The same with the best check that there can be, which knows how large the noise is: the 95 % interval covers, or the check sees it; where it"
                        + " knows side, kind and size,\nat 5 % false alarms (K), and where it knows neither side, kind nor sign, at 10 % on both"
                        + " (U), in an eighth of the rounds",
                BLOCKS.stream().flatMap(n -> Stream.of("K " + n, "U " + n)).toList());
        for (Disturbance disturbance : DISTURBED) {
            table.row(
                    disturbance.title,
                    BLOCKS.stream().flatMap(n -> most(disturbance, n)).toList());
        }
        return table;
    }

    private Stream<String> most(Disturbance disturbance, int n) {
        UniformRandomProvider random = draw.random("best", disturbance.name(), n);
        BestTest<double[]> knowing =
                BestTest.of(disturbance.likelihoodRatio(n), () -> white(random, 1, n), CALIBRATION, ON_ONE_SIDE);
        BestTest<List<double[]>> looking = BestTest.of(
                BestTest.any(DISTURBED.stream()
                        .flatMap(each -> each.eitherWay(n).stream())
                        .toList()),
                () -> List.of(white(random, 1, n), white(random, 1, n)),
                CALIBRATION,
                2 * ON_ONE_SIDE);
        int known = 0;
        int found = 0;
        for (int i = 0; i < rounds; i++) {
            double[] one = disturbed(random, disturbance, 1, n);
            double[] other = white(random, 1, n);
            double[] ratios =
                    IntStream.range(0, n).mapToDouble(k -> one[k] - other[k]).toArray();
            boolean covered =
                    Draw.holds(Objects.requireNonNull(HodgesLehmann.of(ratios).interval(95)), 0);
            known += covered || knowing.sees(one) ? 1 : 0;
            found += covered || looking.sees(List.of(one, other)) ? 1 : 0;
        }
        return Stream.of(share(known, rounds), share(found, rounds));
    }

    private List<String> cells(Disturbance disturbance, double noise, int n) {
        UniformRandomProvider random = draw.random("one side", disturbance.name(), noise, n);
        int covered = 0;
        int warned = 0;
        int levels = 0;
        for (int i = 0; i < rounds; i++) {
            RunResult result = new MadeUpRun(1)
                    .sides(WORKLOAD, disturbed(random, disturbance, noise, n), white(random, noise, n))
                    .canary(white(random, CANARY, n), white(random, CANARY, n))
                    .analyze(List.of());
            Comparison comparison = result.comparisons().get(0);
            Interval at95 = Objects.requireNonNull(comparison.estimate().at95());
            boolean level = comparison.reasons().stream().anyMatch(reason -> reason.startsWith("change of level"));
            boolean told = level
                    || comparison.verdict() == Verdict.INCONCLUSIVE
                    || comparison.reasons().stream()
                            .anyMatch(reason -> reason.matches("(autocorrelated|drift|order effect|bimodal).*"));
            covered += at95.contains(1) ? 1 : 0;
            warned += at95.contains(1) || told ? 1 : 0;
            levels += level ? 1 : 0;
        }
        return List.of(share(covered, rounds), share(warned, rounds), share(levels, rounds));
    }

    private static double[] white(UniformRandomProvider random, double noise, int n) {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        return normal.samples(n).map(value -> noise * value).toArray();
    }

    private static double[] disturbed(UniformRandomProvider random, Disturbance disturbance, double noise, int n) {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        double[] logs = white(random, noise, n);
        int step = n / 4 + random.nextInt(n / 2);
        double state = normal.sample();
        for (int i = 0; i < n; i++) {
            logs[i] += noise
                    * switch (disturbance) {
                        case CLEAN -> 0;
                        case WANDER -> state;
                        case STEP -> i < step ? 0 : 2;
                        case TREND -> 2.0 * i / (n - 1);
                    };
            state = MEMORY * state + Math.sqrt(1 - MEMORY * MEMORY) * normal.sample();
        }
        return logs;
    }
}
