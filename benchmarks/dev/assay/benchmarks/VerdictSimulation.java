package dev.assay.benchmarks;

import static dev.assay.benchmarks.TextTable.share;

import dev.assay.model.result.Comparison;
import dev.assay.model.result.Comparison.Verdict;
import dev.assay.model.result.Interval;
import dev.assay.model.result.RunResult;
import dev.assay.stats.Precision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;

/** What verdicts keep of their promises, from samples to the verdict: the whole of the analysis, checks and corrections among it. */
final class VerdictSimulation {
    private static final String WORKLOAD = "numeric/w";
    private static final Precision PRECISION = new Precision(0.02);

    /** The budget of the default profile. */
    private static final int BUDGET = 20;

    private static final double PRACTICAL = 1.02;
    private static final double DIFFERENCE = 1.05;

    /** Of the paired log ratio: each side's is smaller by the root of two. */
    private static final double SPREAD_FOR_POWER = 0.02 / Math.sqrt(2);

    private static final List<NoiseModel> CANARIES =
            List.of(NoiseModel.LOGNORMAL, NoiseModel.SPIKY_BOTH, NoiseModel.DRIFT);

    private final Draw draw;
    private final int rounds;

    VerdictSimulation(Draw draw) {
        this.draw = draw;
        this.rounds = Math.max(1, draw.rounds() / 4);
    }

    /** One analyzed comparison, and the true ratio. */
    private record Analyzed(Comparison comparison, double truth) {
        static Analyzed of(double[] logs, double truth) {
            RunResult result = new MadeUpRun(1).pair(WORKLOAD, logs).analyze(List.of());
            return new Analyzed(result.comparisons().get(0), Math.exp(truth));
        }

        boolean covers() {
            return interval().contains(truth);
        }

        boolean inconclusive() {
            return comparison.verdict() == Verdict.INCONCLUSIVE;
        }

        /** Whether the reader is told that something is wrong with the series. */
        boolean warned() {
            return comparison.reasons().stream()
                    .anyMatch(reason -> reason.startsWith("autocorrelated")
                            || reason.startsWith("drift")
                            || reason.startsWith("order effect")
                            || reason.startsWith("bimodal")
                            || reason.startsWith("change of level"));
        }

        boolean excludesOne() {
            return !interval().contains(1);
        }

        boolean beyondTheMargin() {
            return comparison.verdict() == Verdict.BETTER || comparison.verdict() == Verdict.WORSE;
        }

        private Interval interval() {
            return Objects.requireNonNull(comparison.estimate().at95());
        }
    }

    TextTable fixed() {
        TextTable table = new TextTable(
                "Equal programs, from samples to the verdict: the 95 % interval covers or the comparison is inconclusive (K), a check warns or"
                        + " that (W), inconclusive (I), by blocks, a quarter of the rounds",
                Draw.BLOCKS.stream()
                        .flatMap(n -> Stream.of("K " + n, "W " + n, "I " + n))
                        .toList());
        for (NoiseModel model : NoiseModel.values()) {
            for (double spread : Draw.SPREADS) {
                table.row(
                        name(model, spread),
                        Draw.BLOCKS.stream()
                                .flatMap(n -> fixed(model, spread, n))
                                .toList());
            }
        }
        return table;
    }

    private Stream<String> fixed(NoiseModel model, double spread, int n) {
        UniformRandomProvider random = draw.random("verdicts", model.name(), spread, n);
        double truth = model.truth(random, spread).typical();
        int kept = 0;
        int warned = 0;
        int inconclusive = 0;
        for (int i = 0; i < rounds; i++) {
            Analyzed analyzed = Analyzed.of(model.logRatios(random, n, spread), truth);
            kept += analyzed.covers() || analyzed.inconclusive() ? 1 : 0;
            warned += analyzed.covers() || analyzed.inconclusive() || analyzed.warned() ? 1 : 0;
            inconclusive += analyzed.inconclusive() ? 1 : 0;
        }
        return Stream.of(kept, warned, inconclusive).map(hits -> share(hits, rounds));
    }

    TextTable adaptive() {
        TextTable table = new TextTable(
                "The same measured until the interval reaches 2 % either way, " + Precision.FEWEST + " to " + BUDGET
                        + " blocks, a quarter of the rounds; of equal programs (no spikes on one side alone) 1 is excluded, and one is better",
                List.of("covers", "K", "W", "I", "blocks", "excludes 1", "better or worse"));
        for (NoiseModel model : NoiseModel.values()) {
            for (double spread : List.of(0.01, 0.02, 0.03, 0.05)) {
                table.row(name(model, spread), adaptive(model, spread));
            }
        }
        return table;
    }

    private List<String> adaptive(NoiseModel model, double spread) {
        UniformRandomProvider random = draw.random("adaptive", model.name(), spread);
        double truth = model.truth(random, spread).typical();
        int[] hits = new int[6];
        long blocks = 0;
        for (int i = 0; i < rounds; i++) {
            double[] logs = untilPrecise(model.logRatios(random, BUDGET, spread));
            blocks += logs.length;
            Analyzed analyzed = Analyzed.of(logs, truth);
            hits[0] += analyzed.covers() ? 1 : 0;
            hits[1] += analyzed.covers() || analyzed.inconclusive() ? 1 : 0;
            hits[2] += analyzed.covers() || analyzed.inconclusive() || analyzed.warned() ? 1 : 0;
            hits[3] += analyzed.inconclusive() ? 1 : 0;
            hits[4] += analyzed.excludesOne() ? 1 : 0;
            hits[5] += analyzed.beyondTheMargin() ? 1 : 0;
        }
        List<String> cells = new ArrayList<>(
                Arrays.stream(hits).mapToObj(each -> share(each, rounds)).toList());
        cells.add(4, String.format(Locale.ROOT, "%.1f", (double) blocks / rounds));
        return cells;
    }

    private static double[] untilPrecise(double[] all) {
        int n = Precision.FEWEST;
        while (n < all.length && !PRECISION.isReached(Arrays.copyOf(all, n))) {
            n += Precision.STEP;
        }
        return Arrays.copyOf(all, n);
    }

    TextTable power() {
        TextTable table = new TextTable(
                "Measured in that way, at a spread of the paired log ratio of 2 %: how often a true ratio of "
                        + DIFFERENCE
                        + " is found better (margin " + PRACTICAL
                        + "), equal programs are equivalent,\nand programs that differ by exactly the"
                        + " margin are called equivalent or better, a quarter of the rounds",
                List.of("found", "equivalent", "equivalent at the margin", "better at the margin"));
        for (NoiseModel model : NoiseModel.values()) {
            UniformRandomProvider random = draw.random("verdict power", model.name());
            double truth = model.truth(random, SPREAD_FOR_POWER).typical();
            int[] hits = new int[4];
            for (int i = 0; i < rounds; i++) {
                double[] logs = Draw.moved(model.logRatios(random, BUDGET, SPREAD_FOR_POWER), -truth);
                hits[0] += verdict(logs, DIFFERENCE) == Verdict.BETTER ? 1 : 0;
                hits[1] += verdict(logs, 1) == Verdict.EQUIVALENT ? 1 : 0;
                hits[2] += verdict(logs, PRACTICAL) == Verdict.EQUIVALENT ? 1 : 0;
                hits[3] += verdict(logs, PRACTICAL) == Verdict.BETTER ? 1 : 0;
            }
            table.row(
                    model.title(),
                    Arrays.stream(hits).mapToObj(each -> share(each, rounds)).toList());
        }
        return table;
    }

    private static Verdict verdict(double[] logs, double ratio) {
        double[] measured = untilPrecise(Draw.moved(logs, Math.log(ratio)));
        return Analyzed.of(measured, Math.log(ratio)).comparison().verdict();
    }

    TextTable canary() {
        TextTable table = new TextTable(
                "How often the canary passes on machines of growing noise, " + BUDGET
                        + " blocks, a quarter of the rounds",
                CANARIES.stream().map(NoiseModel::title).toList());
        for (double spread : List.of(0.005, 0.01, 0.015, 0.02, 0.03, 0.05, 0.1)) {
            table.row(
                    String.format(Locale.ROOT, "%.1f %%", 100 * spread),
                    CANARIES.stream().map(model -> canary(model, spread)).toList());
        }
        return table;
    }

    /** The same draws for every spread: what differs from row to row is the noise. */
    private String canary(NoiseModel model, double spread) {
        UniformRandomProvider random = draw.random("canary", model.name());
        int passed = 0;
        for (int i = 0; i < rounds; i++) {
            RunResult result = new MadeUpRun(1)
                    .canary(model.logRatios(random, BUDGET, spread))
                    .analyze(List.of());
            passed += Boolean.TRUE.equals(result.noise().canaryPassed()) ? 1 : 0;
        }
        return share(passed, rounds);
    }

    private static String name(NoiseModel model, double spread) {
        return model.title() + ", " + Math.round(100 * spread) + " %";
    }
}
