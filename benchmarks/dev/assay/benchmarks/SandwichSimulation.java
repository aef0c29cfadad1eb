package dev.assay.benchmarks;

import dev.assay.stats.Bounds;
import dev.assay.stats.HodgesLehmann;
import dev.assay.stats.Precision;
import dev.assay.stats.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A program of 100 ms beside one of 2.5 ms: blocks of one run each, and blocks with several runs of the cheap one around the dear one. What
 * 95 % intervals cover where the stopping rule ends, what that takes, and what is found in the same time.
 */
final class SandwichSimulation {
    private static final Precision PRECISION = new Precision(0.02);
    private static final int MOST_BLOCKS = 200;
    private static final double LOOSE = 0.03;
    private static final double SECONDS = 3;
    private static final int TYPICAL_RUNS = 10;
    private static final int DRAWS_FOR_TRUTH = 100_000;

    private final Draw draw;

    SandwichSimulation(Draw draw) {
        this.draw = draw;
    }

    TextTable againstOneEach() {
        TextTable table = new TextTable(
                "A program of 100 ms +- 4 % beside one of 2.5 ms +- 9 %, 2 ms between processes, in blocks of one run each (1) and with several runs of"
                        + "\nthe cheap one (m): coverage where the 95 % interval has reached 2 %, blocks and seconds until then (medians), and how often"
                        + "\nthe interval of what fits into " + SECONDS + " s excludes what lies " + percent(LOOSE)
                        + " away (power) and what is true (A/A)",
                List.of(
                        "covers 1",
                        "covers m",
                        "blocks 1",
                        "blocks m",
                        "seconds 1",
                        "seconds m",
                        "runs m",
                        "power 1",
                        "power m",
                        "A/A 1",
                        "A/A m",
                        "moved m"));
        for (RunNoise noise : RunNoise.values()) {
            table.row(noise.title(), cells(noise));
        }
        return table;
    }

    private List<String> cells(RunNoise noise) {
        double[] truths = {truth(noise, 1), truth(noise, TYPICAL_RUNS)};
        List<List<String>> designs = new ArrayList<>();
        for (boolean several : new boolean[] {false, true}) {
            // a quarter, as every series is looked at again and again
            int rounds = Math.max(1, draw.rounds() / 4);
            UniformRandomProvider random = draw.random("sandwich", noise.name(), several);
            double truth = truths[several ? 1 : 0];
            int covered = 0;
            int found = 0;
            int wrong = 0;
            double[] blocks = new double[rounds];
            double[] seconds = new double[rounds];
            double[] runs = new double[rounds];
            for (int i = 0; i < rounds; i++) {
                TwoPrograms outcome = precise(noise, random, several);
                covered += Draw.holds(interval(outcome.logs()), truth) ? 1 : 0;
                blocks[i] = outcome.logs().length;
                seconds[i] = outcome.seconds();
                runs[i] = outcome.runs();
                Bounds fixed = interval(inTime(noise, random, several).logs());
                wrong += Draw.holds(fixed, truth) ? 0 : 1;
                found += fixed.low() > truth - Math.log1p(LOOSE) ? 1 : 0;
            }
            designs.add(List.of(
                    TextTable.share(covered, rounds),
                    number(Quantiles.median(blocks)),
                    number(Quantiles.median(seconds)),
                    number(Quantiles.median(runs)),
                    TextTable.share(found, rounds),
                    TextTable.share(wrong, rounds)));
        }
        List<String> one = designs.get(0);
        List<String> many = designs.get(1);
        return List.of(
                one.get(0),
                many.get(0),
                one.get(1),
                many.get(1),
                one.get(2),
                many.get(2),
                many.get(3),
                one.get(4),
                many.get(4),
                one.get(5),
                many.get(5),
                percent(truths[1] - truths[0]));
    }

    /** Blocks until the stopping rule is content. */
    private static TwoPrograms precise(RunNoise noise, UniformRandomProvider random, boolean several) {
        TwoPrograms programs = new TwoPrograms(noise, random, several);
        do {
            programs.block();
        } while (programs.logs().length < MOST_BLOCKS && !PRECISION.isReached(programs.logs()));
        return programs;
    }

    /** As many steps of blocks as a time allows, at least those that are always measured. */
    private static TwoPrograms inTime(RunNoise noise, UniformRandomProvider random, boolean several) {
        TwoPrograms programs = new TwoPrograms(noise, random, several);
        do {
            programs.block();
        } while (programs.seconds() < SECONDS || programs.logs().length < Precision.FEWEST);
        return programs;
    }

    /** The typical log ratio of blocks with that many runs. */
    private double truth(RunNoise noise, int runs) {
        if (!noise.lopsided()) {
            return 0;
        }
        TwoPrograms programs = new TwoPrograms(noise, draw.random("sandwich", noise.name(), runs), runs > 1);
        double[] averages = new double[DRAWS_FOR_TRUTH];
        Arrays.setAll(averages, i -> (programs.block(runs) + programs.block(runs)) / 2);
        return Quantiles.median(averages);
    }

    private static Bounds interval(double[] logs) {
        return Objects.requireNonNull(HodgesLehmann.of(logs).interval(95));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
