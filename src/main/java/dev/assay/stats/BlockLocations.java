package dev.assay.stats;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where blocks lie that may hold several runs of one program: the Hodges-Lehmann estimate of each block's values. A block of one run is that
 * run.
 *
 * <p>Where blocks hold runs of several builds, what a build adds is first taken out: the Hodges-Lehmann estimate of how far its runs lie from
 * their blocks, less the mean of these estimates; in turns, until nothing moves any more. The blocks say that by themselves, whatever else
 * differs between them, so it costs the noise between blocks no degree of freedom.
 */
public final class BlockLocations {
    private static final int SWEEPS = 50;
    private static final double STILL = 1e-12;

    private final double[] values;
    /** The distinct blocks, ascending. */
    private final int[] blocks;
    /** Of each run, which of the blocks it is in. */
    private final int[] places;

    private final int[] builds;
    private double[] effects;

    private BlockLocations(double[] values, int[] blocks, int[] builds) {
        this.values = values;
        this.blocks = IntStream.of(blocks).distinct().sorted().toArray();
        this.places = IntStream.of(blocks)
                .map(block -> Arrays.binarySearch(this.blocks, block))
                .toArray();
        this.builds = builds;
        this.effects = new double[IntStream.of(builds).max().orElse(-1) + 1];
    }

    /**
     * The locations of a program's blocks.
     *
     * @param values the logarithms of its runs
     * @param blocks the block of each run
     * @param builds the build of each run; the same everywhere for a program of one build
     */
    public static BlockLocations of(double[] values, int[] blocks, int[] builds) {
        int[] known = IntStream.of(builds).distinct().sorted().toArray();
        int[] numbered = IntStream.of(builds)
                .map(build -> Arrays.binarySearch(known, build))
                .toArray();
        BlockLocations found = new BlockLocations(values.clone(), blocks, numbered);
        if (!found.tellsBuildsApart()) {
            found.effects = new double[0];
            return found;
        }
        double moved = Double.POSITIVE_INFINITY;
        for (int sweep = 0; sweep < SWEEPS && moved > STILL; sweep++) {
            moved = found.sweep();
        }
        return found;
    }

    /** Whether the blocks of several builds lead from each build to every other. */
    private boolean tellsBuildsApart() {
        if (effects.length < 2) {
            return false;
        }
        List<Set<Integer>> together = Stream.generate(() -> (Set<Integer>) new HashSet<Integer>())
                .limit(blocks.length)
                .toList();
        for (int i = 0; i < places.length; i++) {
            together.get(places[i]).add(builds[i]);
        }
        Set<Integer> reached = new HashSet<>(Set.of(0));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Set<Integer> each : together) {
                if (each.stream().anyMatch(reached::contains)) {
                    grown |= reached.addAll(each);
                }
            }
        }
        return reached.size() == effects.length;
    }

    /** Finds the effects once more; says by how much the one moved that moved most. */
    private double sweep() {
        double[] locations = locations();
        boolean[] several = ofSeveralBuilds();
        double[] found = new double[effects.length];
        for (int build = 0; build < found.length; build++) {
            int wanted = build;
            found[build] = HodgesLehmann.of(IntStream.range(0, values.length)
                            .filter(i -> builds[i] == wanted && several[places[i]])
                            .mapToDouble(i -> values[i] - locations[places[i]])
                            .toArray())
                    .value();
        }
        double mean = Arrays.stream(found).average().orElseThrow();
        double moved = 0;
        for (int build = 0; build < found.length; build++) {
            found[build] -= mean;
            moved = Math.max(moved, Math.abs(found[build] - effects[build]));
        }
        effects = found;
        return moved;
    }

    /** Of each block; one of a single build says nothing of how it differs from others. */
    private boolean[] ofSeveralBuilds() {
        int[] first = new int[blocks.length];
        Arrays.fill(first, -1);
        boolean[] several = new boolean[blocks.length];
        for (int i = 0; i < places.length; i++) {
            int place = places[i];
            several[place] |= first[place] >= 0 && first[place] != builds[i];
            first[place] = builds[i];
        }
        return several;
    }

    /** The blocks that have a location, ascending. */
    public int[] blocks() {
        return blocks.clone();
    }

    /** The location of each block, in the order of {@link #blocks}. */
    public double[] locations() {
        int[] ends = new int[blocks.length];
        for (int place : places) {
            ends[place]++;
        }
        Arrays.parallelPrefix(ends, Integer::sum);
        double[] runs = new double[values.length];
        for (int i = values.length - 1; i >= 0; i--) {
            runs[--ends[places[i]]] = values[i] - (effects.length == 0 ? 0 : effects[builds[i]]);
        }
        // now each entry is where the runs of its block begin
        double[] locations = new double[blocks.length];
        for (int place = 0; place < locations.length; place++) {
            int end = place + 1 < ends.length ? ends[place + 1] : runs.length;
            locations[place] = location(Arrays.copyOfRange(runs, ends[place], end));
        }
        return locations;
    }

    private static double location(double... runs) {
        return runs.length == 1 ? runs[0] : HodgesLehmann.of(runs).value();
    }

    /** What each build adds, in the order of their numbers; their sum is 0. Empty where no block tells builds apart. */
    public double[] effects() {
        return effects.clone();
    }
}
