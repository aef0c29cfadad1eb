package dev.assay.benchmarks;

import dev.assay.plan.RunAllocation;
import dev.assay.stats.BlockLocations;
import dev.assay.stats.HodgesLehmann;
import dev.assay.stats.IntervalEstimate;
import dev.assay.stats.RandomEffects;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;

/** Programs of one workload that are measured block by block on a clock that goes on. */
final class ProgramBlocks {
    private static final double BETWEEN_SECONDS = 0.002;

    private final boolean several;
    private final RunNoise.Source noise;
    private final List<Series> all = new ArrayList<>();
    private double seconds;
    private int blocks;

    /**
     * A program.
     *
     * @param seconds what a run takes
     * @param spread the standard deviation of a run's logarithm
     * @param builds what each of its builds adds to that; one for a program of a single build
     */
    record Program(double seconds, double spread, List<Double> builds) {
        static Program ofOneBuild(double seconds, double spread) {
            return new Program(seconds, spread, List.of(0.0));
        }

        double costSeconds() {
            return seconds + BETWEEN_SECONDS;
        }
    }

    /** The runs of a program: their logarithms, less that of what it takes, with block and build. */
    private static final class Series {
        private final Program program;
        private final int number;
        private final List<double[]> runs = new ArrayList<>();
        private final List<Double> locations = new ArrayList<>();
        private final List<Integer> builds = new ArrayList<>();
        private int each = 1;

        Series(Program program, int number) {
            this.program = program;
            this.number = number;
        }

        double cost() {
            return program.costSeconds();
        }

        boolean mixesBuilds() {
            return program.builds().size() > 1 && each > 1;
        }

        /** For builds alike, as a run counts it. */
        double spread() {
            List<double[]> alike = new ArrayList<>();
            int number = 0;
            for (double[] block : runs) {
                double[] own = block.clone();
                for (int i = 0; i < own.length; i++) {
                    own[i] -= program.builds().get(builds.get(number++));
                }
                alike.add(own);
            }
            return RunAllocation.spread(alike);
        }

        BlockLocations found() {
            double[] values = runs.stream().flatMapToDouble(Arrays::stream).toArray();
            int[] ofBlocks = IntStream.range(0, runs.size())
                    .flatMap(block -> IntStream.generate(() -> block).limit(runs.get(block).length))
                    .toArray();
            return BlockLocations.of(
                    values,
                    ofBlocks,
                    builds.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    /**
     * Programs.
     *
     * @param several whether blocks may hold several runs of cheap ones
     */
    ProgramBlocks(RunNoise kind, UniformRandomProvider random, boolean several, List<Program> programs) {
        this.several = several;
        this.noise = kind.source(random, programs.size());
        for (Program program : programs) {
            all.add(new Series(program, all.size()));
        }
    }

    /** The time that went by. */
    double seconds() {
        return seconds;
    }

    /** How many blocks there were. */
    int blocks() {
        return blocks;
    }

    /** How many runs of a program the last block held. */
    int runs(int program) {
        return all.get(program).each;
    }

    /** One more block, in which the costs and spreads so far decide. */
    void block() {
        if (several && blocks == RunAllocation.choice(blocks)) {
            Series dearest = all.stream()
                    .max((one, other) -> Double.compare(one.cost(), other.cost()))
                    .orElseThrow();
            for (Series each : all) {
                double spreads = blocks == 0 ? 1 : each.spread() / dearest.spread();
                each.each = RunAllocation.runs(dearest.cost(), each.cost(), spreads, RunAllocation.MOST);
            }
        }
        run();
    }

    /** The same of a block with that many runs of all but the first program. */
    void block(int number) {
        all.stream().skip(1).forEach(each -> each.each = number);
        run();
    }

    private void run() {
        double[][] logs = all.stream().map(each -> new double[each.each]).toArray(double[][]::new);
        int[] done = new int[all.size()];
        for (Series each : order()) {
            int run = done[each.number]++;
            int build = (blocks + run) % each.program.builds().size();
            double log = noise.log(each.number, each.program.spread(), seconds)
                    + each.program.builds().get(build);
            seconds += each.program.seconds() * Math.exp(log) + BETWEEN_SECONDS;
            logs[each.number][run] = log;
            each.builds.add(build);
        }
        for (Series each : all) {
            double[] own = logs[each.number];
            each.runs.add(own);
            each.locations.add(own.length == 1 ? own[0] : HodgesLehmann.of(own).value());
        }
        blocks++;
    }

    /** As a plan has them: those of several runs mirrored around the others, every second block the mirror of the one before. */
    private List<Series> order() {
        List<Series> arranged = new ArrayList<>(all);
        Collections.rotate(arranged, all.size() == 2 ? 0 : blocks / 2);
        if (blocks % 2 == 1) {
            Collections.reverse(arranged);
        }
        List<Series> before = new ArrayList<>();
        for (int left = RunAllocation.MOST / 2; left > 0; left--) {
            for (Series each : arranged) {
                if (each.each / 2 >= left) {
                    before.add(each);
                }
            }
        }
        List<Series> order = new ArrayList<>(before);
        arranged.stream().filter(each -> each.each == 1).forEach(order::add);
        Collections.reverse(before);
        order.addAll(before);
        return order;
    }

    /** The log ratios of two programs in all blocks. */
    double[] logs(int baseline, int contender) {
        List<Double> one = all.get(baseline).locations;
        List<Double> other = all.get(contender).locations;
        return IntStream.range(0, blocks)
                .mapToDouble(block -> one.get(block) - other.get(block))
                .toArray();
    }

    /** Where the log ratio of two programs lies for whatever builds, as a comparison finds it. */
    IntervalEstimate acrossBuilds(int baseline, int contender) {
        List<Series> pair = List.of(all.get(baseline), all.get(contender));
        List<BlockLocations> found = pair.stream().map(Series::found).toList();
        double[] one = found.get(0).locations();
        double[] other = found.get(1).locations();
        double[] values = IntStream.range(0, blocks)
                .mapToDouble(block -> one[block] - other[block])
                .toArray();
        List<int[]> between = pair.stream()
                .filter(each -> !each.mixesBuilds())
                .map(each -> each.builds.stream().mapToInt(Integer::intValue).toArray())
                .toList();
        List<double[]> within = Stream.of(0, 1)
                .filter(side -> pair.get(side).mixesBuilds())
                .map(side -> found.get(side).effects())
                .toList();
        RandomEffects effects = RandomEffects.of(values, between, within);
        return effects.across(HodgesLehmann.of(effects.leveled()));
    }
}
