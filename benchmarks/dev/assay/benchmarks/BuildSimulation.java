package dev.assay.benchmarks;

import static dev.assay.benchmarks.TextTable.share;

import dev.assay.model.result.Comparison;
import dev.assay.model.result.Comparison.Verdict;
import dev.assay.model.result.Interval;
import dev.assay.stats.Bounds;
import dev.assay.stats.HodgesLehmann;
import dev.assay.stats.Precision;
import dev.assay.stats.RandomEffects;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.jspecify.annotations.Nullable;

/**
 * Two native programs of three builds each, from samples to the verdict: once as if nobody knew of the builds, so that they are noise, and
 * once as it is.
 */
final class BuildSimulation {
    private static final String WORKLOAD = "numeric/w";
    private static final int BUILDS = 3;
    private static final int MOST = 40;
    private static final Precision PRECISION = new Precision(0.02);

    /** Of the paired log ratio. */
    private static final double NOISE = 0.02;

    /** One build in that many is a slow one, where such are rare. */
    private static final int RARE = 5;

    private final Draw draw;
    private final int rounds;

    BuildSimulation(Draw draw) {
        this.draw = draw;
        this.rounds = Math.max(1, draw.rounds() / 4);
    }

    /** How the builds of a program lie apart. */
    private enum Model {
        NORMAL,
        /** One in five is slow, the others are alike. */
        RARELY_SLOW
    }

    TextTable nativePairs() {
        TextTable table = new TextTable(
                "Native pairs: two programs of " + BUILDS
                        + " builds each, measured until the interval reaches 2 % either way, "
                        + Precision.FEWEST + " to " + MOST
                        + " blocks with a noise of 2 %, a quarter of the rounds. First with the builds as noise, then as it is:\n"
                        + "the verdict is wrong (better or worse of equal programs, worse of those that are better), the difference is found,"
                        + " the interval covers the truth of these builds, that of all builds, and blocks in the mean",
                List.of("wrong", "found", "these", "all", "blocks", "wrong", "found", "these", "all", "blocks"));
        for (double apart : List.of(0.0, 0.03, 0.06, 0.1)) {
            for (double ratio : List.of(1.0, 1.1, 1.25)) {
                table.row(name(Model.NORMAL, apart, ratio), cells(Model.NORMAL, apart, ratio));
            }
        }
        for (double apart : List.of(0.03, 0.06, 0.1)) {
            table.row(name(Model.RARELY_SLOW, apart, 1), cells(Model.RARELY_SLOW, apart, 1));
        }
        return table;
    }

    private static String name(Model model, double apart, double ratio) {
        String builds =
                Math.round(100 * apart) + " % apart" + (model == Model.NORMAL ? "" : ", 1 in " + RARE + " slow");
        return builds + (ratio == 1 ? ", equal" : String.format(Locale.ROOT, ", ratio %.2f", ratio));
    }

    private List<String> cells(Model model, double apart, double ratio) {
        UniformRandomProvider random = draw.random("native pairs", model.name(), apart, ratio);
        Tally noise = new Tally();
        Tally known = new Tally();
        for (int round = 0; round < rounds; round++) {
            Drawn drawn = Drawn.of(random, model, apart, Math.log(ratio));
            noise.add(drawn, List.of(), drawn.before());
            known.add(drawn, drawn.builds, drawn.after());
        }
        List<String> cells = new ArrayList<>(noise.cells(rounds));
        cells.addAll(known.cells(rounds));
        return cells;
    }

    /** What would be measured: log ratios of the most blocks. */
    private static final class Drawn {
        private final double[] logs;
        private final List<int[]> builds;
        /** The typical log ratio of the drawn builds. */
        private final double these;
        /** That of all builds. */
        private final double all;

        private Drawn(double[] logs, List<int[]> builds, double these, double all) {
            this.logs = logs;
            this.builds = builds;
            this.these = these;
            this.all = all;
        }

        static Drawn of(UniformRandomProvider random, Model model, double apart, double all) {
            ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
            DoubleSupplier effect = switch (model) {
                case NORMAL -> () -> apart * normal.sample();
                // of that standard deviation
                case RARELY_SLOW -> () -> random.nextInt(RARE) == 0 ? apart * RARE / Math.sqrt(RARE - 1) : 0;
            };
            double[] first = effects(effect);
            double[] second = effects(effect);
            List<int[]> builds = List.of(order(random), order(random));
            double[] logs = IntStream.range(0, MOST)
                    .mapToDouble(
                            i -> all + first[builds.get(0)[i]] - second[builds.get(1)[i]] + NOISE * normal.sample())
                    .toArray();
            double these = all + mean(first) - mean(second);
            return new Drawn(logs, builds, these, all);
        }

        private static double[] effects(DoubleSupplier effect) {
            return IntStream.range(0, BUILDS)
                    .mapToDouble(build -> effect.getAsDouble())
                    .toArray();
        }

        private static double mean(double... values) {
            return Arrays.stream(values).average().orElseThrow();
        }

        /** As a plan takes them: each once in every round, in an order that is drawn. */
        private static int[] order(UniformRandomProvider random) {
            return IntStream.range(0, MOST / BUILDS + 1)
                    .flatMap(round -> Arrays.stream(new PermutationSampler(random, BUILDS, BUILDS).sample()))
                    .limit(MOST)
                    .toArray();
        }

        int before() {
            return untilNarrow(n -> HodgesLehmann.of(Arrays.copyOf(logs, n)).interval(95));
        }

        int after() {
            return untilNarrow(n -> {
                RandomEffects effects = RandomEffects.of(Arrays.copyOf(logs, n), first(n));
                return effects.within(HodgesLehmann.of(effects.leveled())).interval(95);
            });
        }

        List<int[]> first(int n) {
            return builds.stream().map(each -> Arrays.copyOf(each, n)).toList();
        }

        private static int untilNarrow(IntFunction<@Nullable Bounds> interval) {
            int n = Precision.FEWEST;
            while (n < MOST && !PRECISION.hasStayed(n, interval)) {
                n += Precision.STEP;
            }
            return n;
        }
    }

    /** Counts over the rounds. */
    private static final class Tally {
        private int wrong;
        private int found;
        private int these;
        private int all;
        private long blocks;

        void add(Drawn drawn, List<int[]> builds, int n) {
            Comparison comparison = new MadeUpRun(1)
                    .nativePair(WORKLOAD, builds.isEmpty() ? builds : drawn.first(n), Arrays.copyOf(drawn.logs, n))
                    .analyze(List.of())
                    .comparisons()
                    .get(0);
            Verdict verdict = comparison.verdict();
            boolean equal = drawn.all == 0;
            wrong += verdict == Verdict.WORSE || (equal && verdict == Verdict.BETTER) ? 1 : 0;
            found += !equal && verdict == Verdict.BETTER ? 1 : 0;
            Interval general = Objects.requireNonNull(comparison.estimate().at95());
            Interval narrow = comparison.beside().builds() == null
                    ? general
                    : Objects.requireNonNull(comparison.beside().builds().at95());
            these += narrow.contains(Math.exp(drawn.these)) ? 1 : 0;
            all += general.contains(Math.exp(drawn.all)) ? 1 : 0;
            blocks += n;
        }

        List<String> cells(int rounds) {
            return List.of(
                    share(wrong, rounds),
                    share(found, rounds),
                    share(these, rounds),
                    share(all, rounds),
                    String.format(Locale.ROOT, "%.1f", (double) blocks / rounds));
        }
    }
}
