package dev.assay.benchmarks;

import static dev.assay.benchmarks.TextTable.share;

import dev.assay.benchmarks.ProgramBlocks.Program;
import dev.assay.stats.Bounds;
import dev.assay.stats.HodgesLehmann;
import dev.assay.stats.Precision;
import dev.assay.stats.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Dear programs beside cheap ones: blocks of one run each, and blocks with several runs of the cheap ones around the dear one. What 95 %
 * intervals cover where the stopping rule ends, what that takes, and what is found in the same time.
 */
final class SandwichSimulation {
    private static final Precision PRECISION = new Precision(0.02);
    private static final int MOST_BLOCKS = 200;

    /** The time in which designs are compared, in blocks of one run each. */
    private static final int BLOCKS_OF_TIME = 28;

    /** The share of the rounds, as every series is looked at again and again. */
    private static final double QUARTER = 0.25;

    private static final double APART = Math.log1p(0.05);
    private static final int TYPICAL_RUNS = 10;
    private static final int DRAWS_FOR_TRUTH = 100_000;
    private static final Program DEAR = Program.ofOneBuild(0.1, 0.04);
    private static final Program CHEAP = Program.ofOneBuild(0.0025, 0.09);
    private static final double[] COST_RATIOS = {4.2, 10, 40, 1000};
    private static final int BUILDS = 3;
    private static final int BLOCKS_OF_BUILDS = 12;

    private final Draw draw;

    SandwichSimulation(Draw draw) {
        this.draw = draw;
    }

    private static List<String> columns() {
        return List.of(
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
                "A/A m");
    }

    private static String words(String rounds) {
        return ", in blocks of one run each (1) and with several"
                + "\nruns of the cheap one (m), " + rounds
                + " of the rounds: coverage where the 95 % interval has reached 2 %, blocks and seconds until"
                + "\nthen (medians), and how often the interval in the time of " + BLOCKS_OF_TIME
                + " blocks of one each excludes what lies 5 % away (power)"
                + "\nand what is true (A/A)";
    }

    /** Noise of every kind. */
    TextTable againstOneEach() {
        TextTable table = new TextTable(
                "A program of 100 ms +- 4 % beside one of 2.5 ms +- 9 %, 2 ms between processes" + words("a quarter"),
                columns());
        for (RunNoise noise : RunNoise.values()) {
            table.row(noise.title(), cells(noise, List.of(DEAR, CHEAP), QUARTER));
        }
        return table;
    }

    /** Costs of every kind, handling included. */
    TextTable byCost() {
        TextTable table = new TextTable(
                "A program of so many times the cost of one of 2.5 ms +- 9 %, itself +- 4 %" + words("an eighth"),
                columns());
        for (RunNoise noise : List.of(RunNoise.LOGNORMAL, RunNoise.WANDER)) {
            for (double ratio : COST_RATIOS) {
                Program dear = Program.ofOneBuild(
                        ratio * CHEAP.costSeconds() - (CHEAP.costSeconds() - CHEAP.seconds()), DEAR.spread());
                table.row(
                        String.format(Locale.ROOT, "%s, %.0f", noise.title(), ratio),
                        cells(noise, List.of(dear, CHEAP), QUARTER / 2));
            }
        }
        return table;
    }

    /** The pair of two cheap programs beside one that is dear. */
    TextTable sharedRun() {
        TextTable table = new TextTable(
                "One of 100 ms +- 4 % and two of 2.5 ms +- 9 % in the same blocks, until all three ratios have reached 2 %: the pair of the"
                        + "\nfirst with a cheap one, then that of the cheap ones; an eighth of the rounds, else as above",
                List.of(
                        "covers 1",
                        "covers m",
                        "power 1",
                        "power m",
                        "A/A 1",
                        "A/A m",
                        "covers 1",
                        "covers m",
                        "power 1",
                        "power m",
                        "A/A 1",
                        "A/A m",
                        "seconds 1",
                        "seconds m"));
        for (RunNoise noise : List.of(RunNoise.LOGNORMAL, RunNoise.HEAVY, RunNoise.BURSTS, RunNoise.OWN)) {
            Tally one = tally(noise, false, List.of(DEAR, CHEAP, CHEAP), QUARTER / 2);
            Tally many = tally(noise, true, List.of(DEAR, CHEAP, CHEAP), QUARTER / 2);
            List<String> cells = new ArrayList<>();
            for (int pair : new int[] {0, one.pairs.size() - 1}) {
                cells.addAll(List.of(
                        share(one.covered[pair], one.rounds),
                        share(many.covered[pair], one.rounds),
                        share(one.found[pair], one.rounds),
                        share(many.found[pair], one.rounds),
                        share(one.wrong[pair], one.rounds),
                        share(many.wrong[pair], one.rounds)));
            }
            cells.addAll(List.of(number(one.seconds), number(many.seconds)));
            table.row(noise.title(), cells);
        }
        return table;
    }

    /** Programs in several layouts, of which a block takes one, or one after the other. */
    TextTable layouts() {
        TextTable table = new TextTable(
                "Programs of " + BUILDS + " builds that lie so far apart, " + BLOCKS_OF_BUILDS
                        + " blocks with lognormal noise, an eighth of the rounds: what 95 % intervals for all builds cover in blocks of"
                        + "\none run each (1) and with several (m), and their half-widths (medians). 100 ms +- 4 % in one build beside 2.5 ms +- 9 %;"
                        + "\nthe same in " + BUILDS + " builds; and both cheap ones beside a dear one",
                List.of(
                        "covers 1",
                        "covers m",
                        "width 1",
                        "width m",
                        "covers 1",
                        "covers m",
                        "width 1",
                        "width m",
                        "covers 1",
                        "covers m",
                        "width 1",
                        "width m"));
        for (double apart : List.of(0.0, 0.02, 0.05, 0.1)) {
            List<String> cells = new ArrayList<>();
            cells.addAll(layouts(apart, "one build", false, 0, 1));
            cells.addAll(layouts(apart, "builds", true, 0, 1));
            cells.addAll(layouts(apart, "cheap", false, 1, 2));
            table.row(percent(apart), cells);
        }
        return table;
    }

    private List<String> layouts(double apart, String name, boolean dearToo, int baseline, int contender) {
        int rounds = rounds(QUARTER / 2);
        List<String> covers = new ArrayList<>();
        List<String> widths = new ArrayList<>();
        for (boolean several : new boolean[] {false, true}) {
            UniformRandomProvider random = draw.random("sandwich layouts", name, apart, several);
            ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
            int covered = 0;
            double[] width = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                List<Program> programs = new ArrayList<>();
                programs.add(dearToo ? inBuilds(DEAR, apart, normal) : DEAR);
                for (int i = 0; i < contender; i++) {
                    programs.add(inBuilds(CHEAP, apart, normal));
                }
                ProgramBlocks blocks = new ProgramBlocks(RunNoise.LOGNORMAL, random, several, programs);
                while (blocks.blocks() < BLOCKS_OF_BUILDS) {
                    blocks.block();
                }
                Bounds interval = Objects.requireNonNull(
                        blocks.acrossBuilds(baseline, contender).interval(95));
                covered += Draw.holds(interval, 0) ? 1 : 0;
                width[round] = Precision.halfWidth(interval);
            }
            covers.add(share(covered, rounds));
            widths.add(percent(Quantiles.median(width)));
        }
        covers.addAll(widths);
        return covers;
    }

    private static Program inBuilds(Program program, double apart, ZigguratSampler.NormalizedGaussian normal) {
        return new Program(
                program.seconds(),
                program.spread(),
                IntStream.range(0, BUILDS)
                        .mapToObj(build -> apart * normal.sample())
                        .toList());
    }

    private List<String> cells(RunNoise noise, List<Program> programs, double share) {
        Tally one = tally(noise, false, programs, share);
        Tally many = tally(noise, true, programs, share);
        return List.of(
                share(one.covered[0], one.rounds),
                share(many.covered[0], one.rounds),
                number(one.blocks),
                number(many.blocks),
                number(one.seconds),
                number(many.seconds),
                number(many.runs),
                share(one.found[0], one.rounds),
                share(many.found[0], one.rounds),
                share(one.wrong[0], one.rounds),
                share(many.wrong[0], one.rounds));
    }

    /** Counts over the rounds, for every pair. */
    private static final class Tally {
        private final int rounds;
        private final List<int[]> pairs = new ArrayList<>();
        private final int[] covered;
        private final int[] found;
        private final int[] wrong;
        private final double[] blocks;
        private final double[] seconds;
        private final double[] runs;

        Tally(int programs, int rounds) {
            this.rounds = rounds;
            for (int one = 0; one < programs; one++) {
                for (int other = one + 1; other < programs; other++) {
                    pairs.add(new int[] {one, other});
                }
            }
            covered = new int[pairs.size()];
            found = new int[pairs.size()];
            wrong = new int[pairs.size()];
            blocks = new double[rounds];
            seconds = new double[rounds];
            runs = new double[rounds];
        }
    }

    private int rounds(double share) {
        return Math.max(1, (int) (share * draw.rounds()));
    }

    private Tally tally(RunNoise noise, boolean several, List<Program> programs, double share) {
        Tally tally = new Tally(programs.size(), rounds(share));
        UniformRandomProvider random = draw.random(
                "sandwich", noise.name(), programs.size(), programs.get(0).seconds(), several);
        double truth = truth(noise, programs, several ? TYPICAL_RUNS : 1);
        double time = BLOCKS_OF_TIME
                * programs.stream().mapToDouble(Program::costSeconds).sum();
        for (int round = 0; round < tally.rounds; round++) {
            ProgramBlocks precise = new ProgramBlocks(noise, random, several, programs);
            do {
                precise.block();
            } while (precise.blocks() < MOST_BLOCKS && !isPrecise(precise, tally.pairs));
            ProgramBlocks timed = new ProgramBlocks(noise, random, several, programs);
            do {
                timed.block();
            } while (timed.seconds() < time || timed.blocks() < Precision.FEWEST);
            for (int i = 0; i < tally.pairs.size(); i++) {
                int[] pair = tally.pairs.get(i);
                tally.covered[i] += Draw.holds(interval(precise.logs(pair[0], pair[1])), truth) ? 1 : 0;
                Bounds fixed = interval(timed.logs(pair[0], pair[1]));
                tally.wrong[i] += Draw.holds(fixed, truth) ? 0 : 1;
                tally.found[i] += fixed.low() > truth - APART ? 1 : 0;
            }
            tally.blocks[round] = precise.blocks();
            tally.seconds[round] = precise.seconds();
            tally.runs[round] = precise.runs(programs.size() - 1);
        }
        return tally;
    }

    private static boolean isPrecise(ProgramBlocks programs, List<int[]> pairs) {
        return Precision.looksAfter(programs.blocks())
                && pairs.stream().allMatch(pair -> PRECISION.isReached(programs.logs(pair[0], pair[1])));
    }

    /** The typical log ratio of blocks with that many runs. */
    private double truth(RunNoise noise, List<Program> programs, int runs) {
        if (!noise.lopsided()) {
            return 0;
        }
        ProgramBlocks blocks =
                new ProgramBlocks(noise, draw.random("sandwich", noise.name(), runs), runs > 1, programs);
        for (int i = 0; i < 2 * DRAWS_FOR_TRUTH; i++) {
            blocks.block(runs);
        }
        double[] logs = blocks.logs(0, 1);
        double[] averages = new double[DRAWS_FOR_TRUTH];
        Arrays.setAll(averages, i -> (logs[2 * i] + logs[2 * i + 1]) / 2);
        return Quantiles.median(averages);
    }

    private static Bounds interval(double... logs) {
        return Objects.requireNonNull(HodgesLehmann.of(logs).interval(95));
    }

    private static String number(double... values) {
        return String.format(Locale.ROOT, "%.1f", Quantiles.median(values));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
