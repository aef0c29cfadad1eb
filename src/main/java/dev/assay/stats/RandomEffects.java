package dev.assay.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the builds of programs, and the sessions of a run, add to a series of log ratios. One code that is laid out in several ways takes several
 * times, and no number of runs of one build shows it; nor do blocks of one session show what the next will be like. So it is taken out of the
 * series, where it is not noise, and it is what another build of the same code, or another session, may bring.
 *
 * <p>A value is a location, an effect for each factor, such as the build of a program, and noise. The effect of a factor's level is the
 * Hodges-Lehmann estimate of its blocks without the effects of the other factors, less the mean of these estimates; in turns, until nothing moves
 * any more. So a spike moves it little, and the location is that of levels which all count alike, however often each was taken.
 *
 * <p>{@link #within} is where the location lies for these very levels. {@link #across} takes them for a sample: the location's variance is the
 * variance of each factor's effects over their number, all factors together, less the noise that this counts more than once, and no less
 * than that. For balanced blocks and means that is (MS_A + MS_B - MS_E) / n of a two-way analysis of variance with random effects (Searle,
 * Casella and McCulloch, Variance Components, 1992, chapter 4). The degrees of freedom are those of Satterthwaite, Biometrics Bulletin 2
 * (1946) 110, without what is taken off, which would make them fewer than the builds have.
 */
public final class RandomEffects {
    private static final int SWEEPS = 50;
    private static final double STILL = 1e-12;
    private static final int LEVEL = 95;

    /** With fewer degrees of freedom left, next to nothing is known of the noise without the effects: then they stay in it. */
    private static final int FEWEST_LEFT = 4;

    private final double[] values;
    private final List<int[]> builds;
    private final List<double[]> effects;
    private final List<double[]> withinBlocks;

    private RandomEffects(double[] values, List<int[]> builds, List<double[]> withinBlocks) {
        this.values = values;
        this.builds = builds;
        this.withinBlocks = List.copyOf(withinBlocks);
        this.effects = new ArrayList<>();
        builds.forEach(each -> effects.add(new double[number(each)]));
    }

    /**
     * The effects in a series.
     *
     * @param values at least one log ratio
     * @param builds for each program, which of its builds a value is of; one of a single build has no effect, and those whose builds always
     *     change together have one in common
     */
    public static RandomEffects of(double[] values, List<int[]> builds) {
        return of(values, builds, List.of());
    }

    /**
     * The same where blocks hold several runs of a program.
     *
     * @param withinBlocks for each program of which blocks hold several builds, what these add; it is taken out of the values already
     */
    public static RandomEffects of(double[] values, List<int[]> builds, List<double[]> withinBlocks) {
        SamplePreconditions.checked("a series", 1, values);
        List<int[]> distinct = new ArrayList<>();
        builds.stream()
                .map(RandomEffects::numbered)
                .filter(each -> number(each) > 1)
                // in an order of their own: swapping two programs then changes signs and nothing else
                .sorted(Arrays::compare)
                .filter(each -> distinct.stream().noneMatch(known -> Arrays.equals(known, each)))
                .forEach(distinct::add);
        RandomEffects found = new RandomEffects(values.clone(), distinct, withinBlocks);
        double moved = Double.POSITIVE_INFINITY;
        for (int sweep = 0; sweep < SWEEPS && moved > STILL; sweep++) {
            moved = found.sweep();
        }
        return found;
    }

    /** The builds by numbers from 0 that are all taken. */
    private static int[] numbered(int[] builds) {
        int[] known = IntStream.of(builds).distinct().sorted().toArray();
        return IntStream.of(builds)
                .map(build -> Arrays.binarySearch(known, build))
                .toArray();
    }

    private static int number(int[] builds) {
        return IntStream.of(builds).max().orElse(-1) + 1;
    }

    /** Finds every program's effects once more; says by how much the one moved that moved most. */
    private double sweep() {
        double moved = 0;
        for (int program = 0; program < builds.size(); program++) {
            double[] before = effects.get(program);
            double[] levels = levels(program);
            double mean = Arrays.stream(levels).average().orElseThrow();
            for (int build = 0; build < levels.length; build++) {
                levels[build] -= mean;
                moved = Math.max(moved, Math.abs(levels[build] - before[build]));
            }
            effects.set(program, levels);
        }
        return moved;
    }

    /** Where the blocks of each build of a program lie without the effects of the others. */
    private double[] levels(int program) {
        int[] own = builds.get(program);
        double[] levels = new double[number(own)];
        for (int build = 0; build < levels.length; build++) {
            int wanted = build;
            levels[build] = HodgesLehmann.of(IntStream.range(0, values.length)
                            .filter(i -> own[i] == wanted)
                            .mapToDouble(i -> values[i] - effect(i, program))
                            .toArray())
                    .value();
        }
        return levels;
    }

    /** The effects in a value, but for those of one program. */
    private double effect(int i, int without) {
        double sum = 0;
        for (int program = 0; program < builds.size(); program++) {
            if (program != without) {
                sum += effects.get(program)[builds.get(program)[i]];
            }
        }
        return sum;
    }

    /** The effects of each factor's levels, which sum to 0; a factor with a single level has none. */
    public List<double[]> effects() {
        return effects.stream().map(double[]::clone).toList();
    }

    /** Whether there are builds to distinguish. */
    public boolean any() {
        return !builds.isEmpty() || !withinBlocks.isEmpty();
    }

    /** The series without the effects; as it is where too few blocks tell them from the noise. */
    public double[] leveled() {
        return apart()
                ? IntStream.range(0, values.length)
                        .mapToDouble(i -> values[i] - effect(i, -1))
                        .toArray()
                : values.clone();
    }

    /**
     * Where the location lies for these builds. Taking the effects out spends degrees of freedom, and makes the series narrower than its noise:
     * the interval is widened by the root of the share that is left, and by what Student's quantile grows.
     *
     * @param location that of the {@link #leveled} series, or a correction of it
     */
    public IntervalEstimate within(IntervalEstimate location) {
        if (!apart()) {
            return location;
        }
        double quantiles = ConfidenceLevels.studentQuantile(LEVEL, left())
                / ConfidenceLevels.studentQuantile(LEVEL, values.length - 1);
        return new WidenedEstimate(location, Math.sqrt(shrinkage()) * quantiles);
    }

    /**
     * Where it lies for whatever builds, of which these are a sample.
     *
     * @param location as above
     */
    public IntervalEstimate across(IntervalEstimate location) {
        double sum = 0;
        double weighted = 0;
        for (double[] each :
                Stream.concat(effects.stream(), withinBlocks.stream()).toList()) {
            double variance = variance(each) / each.length;
            sum += variance;
            weighted += variance * variance / (each.length - 1);
        }
        Mean noise = location.mean();
        if (noise == null || weighted == 0) {
            return within(location);
        }
        if (effects.isEmpty()) {
            return aroundBlocks(location, noise, sum, weighted);
        }
        double error = apart() ? noise.standardError() * noise.standardError() * shrinkage() : 0;
        double twice = (effects.size() - 1) * error;
        double variance = Math.max(twice, sum - twice);
        return new AcrossLevels(
                within(location), new Mean(location.value(), Math.sqrt(variance), sum * sum / weighted));
    }

    /**
     * Where all builds are known from within blocks, the noise between these is in none of the effects, and comes on top. The degrees of freedom of
     * builds and noise count by their shares of the variance. Satterthwaite's, which count by the squares of the shares, cover 93 % where builds
     * differ about as much as the program varies: a few builds often seem closer than they are, and then the many blocks weigh too much.
     */
    private IntervalEstimate aroundBlocks(IntervalEstimate location, Mean noise, double sum, double weighted) {
        double error = noise.standardError() * noise.standardError();
        double variance = sum + error;
        double degrees = variance / (weighted / sum + error / (values.length - 1));
        return new AcrossLevels(location, new Mean(location.value(), Math.sqrt(variance), degrees));
    }

    private static double variance(double[] effects) {
        return Arrays.stream(effects).map(effect -> effect * effect).sum() / (effects.length - 1);
    }

    private boolean apart() {
        return !builds.isEmpty() && left() >= FEWEST_LEFT;
    }

    /** The degrees of freedom that are left to the noise. */
    private int left() {
        return values.length
                - 1
                - effects.stream().mapToInt(each -> each.length - 1).sum();
    }

    /** By how much the variance of the leveled series is smaller than that of the noise. */
    private double shrinkage() {
        return (values.length - 1.0) / left();
    }
}
