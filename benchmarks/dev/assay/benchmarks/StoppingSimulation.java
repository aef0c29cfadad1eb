package dev.assay.benchmarks;

import static dev.assay.benchmarks.TextTable.share;

import dev.assay.analysis.estimate.VerdictRules;
import dev.assay.model.run.PrecisionTarget;
import dev.assay.stats.Bounds;
import dev.assay.stats.HodgesLehmann;
import dev.assay.stats.Precision;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.rng.UniformRandomProvider;

/** The stopping rule, and what a rule that looks at significance would have done. */
final class StoppingSimulation {
    private static final Precision PRECISION = new Precision(0.02);
    private static final int BUDGET = 40;
    private static final int MOST = 60;
    private static final double MARGIN = 1.02;
    private static final List<Double> SPREADS = List.of(0.01, 0.02, 0.03);
    private static final List<Double> RATIOS = List.of(1.0, 1.01, 1.02, 1.03, 1.05, 1.1, 1.2, 1.5);

    private final Draw draw;

    StoppingSimulation(Draw draw) {
        this.draw = draw;
    }

    TextTable byWidth() {
        TextTable table = new TextTable(
                "Measuring until the 95 % interval reaches 2 % either way, " + Precision.FEWEST + " to " + BUDGET
                        + " blocks: its coverage there, blocks in the mean, how often it got there;\nand how often equal programs would be told"
                        + " apart if a significant look ended it (a quarter of the rounds)",
                List.of("covers", "blocks", "reached", "told apart"));
        for (NoiseModel model : NoiseModel.values()) {
            for (double spread : SPREADS) {
                table.row(model.title() + ", " + Math.round(100 * spread) + " %", cells(model, spread));
            }
        }
        return table;
    }

    TextTable byDistance() {
        TextTable table = new TextTable(
                "Measuring until the 95 % interval reaches a quarter of the ratio's distance to the nearest margin, 1 to 10 % ("
                        + Precision.FEWEST
                        + " to " + MOST
                        + " blocks):\nits coverage there, blocks in the mean, those with a target of 2 %, how often"
                        + " the interval lies on the wrong side of the margin of 1.02, and how often on\nthe right one"
                        + " (an eighth of the rounds)",
                List.of("covers", "blocks", "at 2 %", "wrong", "right"));
        for (double ratio : RATIOS) {
            for (double spread : List.of(0.02, 0.05, 0.1)) {
                table.row(ratio + " apart, " + Math.round(100 * spread) + " %", cells(ratio, spread));
            }
        }
        return table;
    }

    private List<String> cells(double ratio, double spread) {
        UniformRandomProvider random = draw.random("by distance", ratio, spread);
        double truth = Math.log(ratio);
        double line = Math.log(MARGIN);
        int rounds = Math.max(1, draw.rounds() / 8);
        int covered = 0;
        int wrong = 0;
        int right = 0;
        long blocks = 0;
        long fixed = 0;
        for (int i = 0; i < rounds; i++) {
            double[] all = Arrays.stream(NoiseModel.LOGNORMAL.logRatios(random, MOST, spread))
                    .map(log -> log + truth)
                    .toArray();
            int n = stop(all, PrecisionTarget.BY_DISTANCE);
            Bounds interval = interval(Arrays.copyOf(all, n));
            blocks += n;
            fixed += stop(all, PrecisionTarget.fixed(PRECISION.target()));
            covered += Draw.holds(interval, truth) ? 1 : 0;
            boolean better = interval.low() > line;
            boolean inside = interval.high() < line && interval.low() > -line;
            wrong += (truth > line ? inside : better) ? 1 : 0;
            right += (truth > line ? better : inside) ? 1 : 0;
        }
        return List.of(
                share(covered, rounds),
                String.format(Locale.ROOT, "%.1f", (double) blocks / rounds),
                String.format(Locale.ROOT, "%.1f", (double) fixed / rounds),
                share(wrong, rounds),
                share(right, rounds));
    }

    /** After how many blocks of a series the measuring stops. */
    private static int stop(double[] all, PrecisionTarget target) {
        int n = Precision.FEWEST;
        while (n < all.length && !isReached(Arrays.copyOf(all, n), target)) {
            n += Precision.STEP;
        }
        return n;
    }

    private static boolean isReached(double[] measured, PrecisionTarget target) {
        double distance = VerdictRules.distance(HodgesLehmann.of(measured).value(), MARGIN, MARGIN);
        return new Precision(target.widthFor(distance)).isReached(measured);
    }

    private List<String> cells(NoiseModel model, double spread) {
        UniformRandomProvider random = draw.random("stopping", model.name(), spread);
        double truth = model.truth(random, spread).typical();
        int rounds = Math.max(1, draw.rounds() / 4);
        int covered = 0;
        int reached = 0;
        int peeked = 0;
        long blocks = 0;
        for (int i = 0; i < rounds; i++) {
            double[] all = model.logRatios(random, BUDGET, spread);
            int n = Precision.FEWEST;
            while (n < BUDGET && !PRECISION.isReached(Arrays.copyOf(all, n))) {
                n += Precision.STEP;
            }
            double[] measured = Arrays.copyOf(all, n);
            blocks += n;
            reached += PRECISION.isReached(measured) ? 1 : 0;
            covered += Draw.holds(interval(measured), truth) ? 1 : 0;
            peeked += excludesOnce(all, truth) ? 1 : 0;
        }
        return List.of(
                share(covered, rounds),
                String.format(Locale.ROOT, "%.1f", (double) blocks / rounds),
                share(reached, rounds),
                share(peeked, rounds));
    }

    private static boolean excludesOnce(double[] all, double truth) {
        for (int n = Precision.FEWEST; n <= all.length; n += Precision.STEP) {
            if (!Draw.holds(interval(Arrays.copyOf(all, n)), truth)) {
                return true;
            }
        }
        return false;
    }

    private static Bounds interval(double[] series) {
        return Objects.requireNonNull(HodgesLehmann.of(series).interval(95));
    }
}
