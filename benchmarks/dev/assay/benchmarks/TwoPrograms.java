package dev.assay.benchmarks;

import dev.assay.plan.RunAllocation;
import dev.assay.stats.HodgesLehmann;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** A dear program and a cheap one that are measured block by block on a clock that goes on. */
final class TwoPrograms {
    private static final double DEAR_SECONDS = 0.1;
    private static final double CHEAP_SECONDS = 0.0025;
    private static final double DEAR_SPREAD = 0.04;
    private static final double CHEAP_SPREAD = 0.09;
    private static final double BETWEEN_SECONDS = 0.002;

    private final boolean several;
    private final RunNoise.Source noise;
    private final List<double[]> dear = new ArrayList<>();
    private final List<double[]> cheap = new ArrayList<>();
    private final List<Double> logs = new ArrayList<>();
    private double seconds;
    private int runs;

    /**
     * Two programs.
     *
     * @param several whether blocks may hold several runs of the cheap one
     */
    TwoPrograms(RunNoise kind, UniformRandomProvider random, boolean several) {
        this.several = several;
        this.noise = kind.source(random);
    }

    /** The time that went by. */
    double seconds() {
        return seconds;
    }

    /** The log ratios of the blocks so far, less that of the programs themselves. */
    double[] logs() {
        return logs.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** How many runs of the cheap one the last block held. */
    double runs() {
        return runs;
    }

    /** The log ratio of one more block, in which the costs so far decide. */
    double block() {
        if (!several) {
            return block(1);
        }
        int blocks = logs.size();
        if (blocks == RunAllocation.choice(blocks)) {
            double spreads = blocks == 0 ? 1 : RunAllocation.spread(cheap) / RunAllocation.spread(dear);
            runs = RunAllocation.runs(
                    DEAR_SECONDS + BETWEEN_SECONDS, CHEAP_SECONDS + BETWEEN_SECONDS, spreads, RunAllocation.MOST);
        }
        return block(runs);
    }

    /** The same of a block with that many runs of the cheap one. */
    double block(int number) {
        runs = number;
        int before = number > 1 ? number / 2 : logs.size() % 2;
        double[] runsOfCheap = new double[number];
        for (int i = 0; i < before; i++) {
            runsOfCheap[i] = run(false);
        }
        double one = run(true);
        for (int i = before; i < number; i++) {
            runsOfCheap[i] = run(false);
        }
        dear.add(new double[] {one});
        cheap.add(runsOfCheap);
        double log = one - HodgesLehmann.of(runsOfCheap).value();
        logs.add(log);
        return log;
    }

    private double run(boolean ofDear) {
        double log = noise.log(ofDear, ofDear ? DEAR_SPREAD : CHEAP_SPREAD, seconds);
        seconds += (ofDear ? DEAR_SECONDS : CHEAP_SECONDS) * Math.exp(log) + BETWEEN_SECONDS;
        return log;
    }
}
