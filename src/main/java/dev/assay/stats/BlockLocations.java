package dev.assay.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

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
    private final int[] blocks;
    private final int[] builds;
    private double[] effects;

    private BlockLocations(double[] values, int[] blocks, int[] builds) {
        this.values = values;
        this.blocks = blocks;
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
        BlockLocations found = new BlockLocations(values.clone(), blocks.clone(), numbered);
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
        SortedMap<Integer, Set<Integer>> together = new TreeMap<>();
        for (int i = 0; i < blocks.length; i++) {
            together.computeIfAbsent(blocks[i], block -> new HashSet<>()).add(builds[i]);
        }
        Set<Integer> reached = new HashSet<>(Set.of(0));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Set<Integer> each : together.values()) {
                if (each.stream().anyMatch(reached::contains)) {
                    grown |= reached.addAll(each);
                }
            }
        }
        return reached.size() == effects.length;
    }

    /** Finds the effects once more; says by how much the one moved that moved most. */
    private double sweep() {
        SortedMap<Integer, Double> locations = locations();
        Set<Integer> several = ofSeveralBuilds();
        double[] found = new double[effects.length];
        for (int build = 0; build < found.length; build++) {
            int wanted = build;
            found[build] = HodgesLehmann.of(IntStream.range(0, values.length)
                            .filter(i -> builds[i] == wanted && several.contains(blocks[i]))
                            .mapToDouble(i -> values[i] - locations.getOrDefault(blocks[i], 0.0))
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

    /** A block of a single build says nothing of how it differs from others. */
    private Set<Integer> ofSeveralBuilds() {
        SortedMap<Integer, Integer> first = new TreeMap<>();
        Set<Integer> several = new HashSet<>();
        for (int i = 0; i < blocks.length; i++) {
            Integer other = first.putIfAbsent(blocks[i], builds[i]);
            if (other != null && other != builds[i]) {
                several.add(blocks[i]);
            }
        }
        return several;
    }

    /** The location of each block. */
    public SortedMap<Integer, Double> locations() {
        SortedMap<Integer, List<Double>> runs = new TreeMap<>();
        for (int i = 0; i < blocks.length; i++) {
            double effect = effects.length == 0 ? 0 : effects[builds[i]];
            runs.computeIfAbsent(blocks[i], block -> new ArrayList<>()).add(values[i] - effect);
        }
        SortedMap<Integer, Double> locations = new TreeMap<>();
        runs.forEach((block, each) -> locations.put(block, location(each)));
        return locations;
    }

    private static double location(List<Double> runs) {
        return runs.size() == 1
                ? runs.get(0)
                : HodgesLehmann.of(
                                runs.stream().mapToDouble(Double::doubleValue).toArray())
                        .value();
    }

    /** What each build adds, in the order of their numbers; their sum is 0. Empty where no block tells builds apart. */
    public double[] effects() {
        return effects.clone();
    }
}
