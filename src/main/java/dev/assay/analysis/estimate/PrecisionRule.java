package dev.assay.analysis.estimate;

import dev.assay.analysis.sample.BlockSeries;
import dev.assay.analysis.sample.BuildFactors;
import dev.assay.analysis.sample.ComparisonPairs;
import dev.assay.analysis.sample.TrialSamples;
import dev.assay.model.Metric;
import dev.assay.model.catalog.Claim;
import dev.assay.model.run.PrecisionTarget;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.Trial;
import dev.assay.model.run.TrialId;
import dev.assay.plan.PrecisionStatus;
import dev.assay.plan.StopRule;
import dev.assay.stats.HodgesLehmann;
import dev.assay.stats.IntervalEstimate;
import dev.assay.stats.Precision;
import dev.assay.stats.RandomEffects;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The width of the 95 % intervals of typical ratios, for the builds that are measured: how far others lie from these no further block tells.
 * Judged are the pairs of a workload that are always compared, speed-ups among them, in the metric that claims rest on: the work time where
 * both programs report one, else the wall time. How narrow each is to become depends on how far it lies from the lines of its verdict and of
 * the claims that it decides. A workload without any pair, such as of one runtime alone, is judged by the times of its trials themselves.
 */
public final class PrecisionRule implements StopRule {
    private static final int LEVEL = 95;

    /** A time alone lies near no line. */
    private static final double ALONE = 0.02;

    private final PrecisionTarget target;
    private final List<Claim> claims;
    private final int cores;
    private final IntUnaryOperator session;

    /**
     * A rule.
     *
     * @param claims what the run is to decide
     * @param cores how many the machine has
     * @param session the session of a block, from 1
     */
    public PrecisionRule(PrecisionTarget target, List<Claim> claims, int cores, IntUnaryOperator session) {
        this.target = target;
        this.claims = List.copyOf(claims);
        this.cores = cores;
        this.session = session;
    }

    @Override
    public List<List<PrecisionStatus>> standings(List<List<Trial>> groups, List<Sample> samples) {
        Map<TrialId, List<Sample>> byTrial = samples.stream().collect(Collectors.groupingBy(Sample::trial));
        List<List<TrialSamples>> measured = groups.stream()
                .map(group -> group.stream()
                        .map(trial -> TrialSamples.of(trial, byTrial.getOrDefault(trial.id(), List.of()), session))
                        .toList())
                .toList();
        List<List<ComparisonPairs.Pair>> pairs =
                measured.stream().map(ComparisonPairs::among).toList();
        List<List<ProvisionalRatio>> ratios =
                pairs.stream().map(PrecisionRule::ratios).toList();
        Map<String, Integer> threads = threads(groups);
        ToIntFunction<String> most = workload -> threads.getOrDefault(workload, 1);
        ClaimLines lines = new ClaimLines(ratios.stream().flatMap(List::stream).toList(), claims, most);
        Margins margins = new Margins(claims, most);
        return IntStream.range(0, groups.size())
                .mapToObj(i -> pairs.get(i).isEmpty()
                        ? measured.get(i).stream()
                                .filter(TrialSamples::lives)
                                .map(this::alone)
                                .toList()
                        : ratios.get(i).stream()
                                .map(ratio -> compared(ratio, margins, lines))
                                .toList())
                .toList();
    }

    /** The most threads in each workload that the machine has cores for. */
    private Map<String, Integer> threads(List<List<Trial>> groups) {
        return groups.stream()
                .flatMap(List::stream)
                .map(Trial::id)
                .filter(id -> id.threads() <= cores)
                .collect(Collectors.toMap(TrialId::workload, TrialId::threads, Math::max));
    }

    /** The metric that a pair is judged by. */
    static Metric primary(Trial baseline, Trial contender) {
        return baseline.workTime() && contender.workTime() ? Metric.WORK : Metric.WALL;
    }

    private static List<ProvisionalRatio> ratios(List<ComparisonPairs.Pair> pairs) {
        return pairs.stream()
                .filter(pair -> pair.baseline().lives() && pair.contender().lives())
                .map(PrecisionRule::ratio)
                .toList();
    }

    private static ProvisionalRatio ratio(ComparisonPairs.Pair pair) {
        Metric metric = primary(pair.baseline().trial(), pair.contender().trial());
        ProvisionalRatio own = ratio(pair, metric);
        // a work time of zero has no logarithm, and then the whole process is all there is to compare
        return own.series().isEmpty() ? ratio(pair, Metric.WALL) : own;
    }

    private static ProvisionalRatio ratio(ComparisonPairs.Pair pair, Metric metric) {
        BlockSeries series = series(pair.baseline(), metric).minus(series(pair.contender(), metric));
        return new ProvisionalRatio(
                pair,
                metric,
                series,
                series.isEmpty()
                        ? null
                        : within(
                                series.values(),
                                builds(series, metric, pair.baseline(), pair.contender()),
                                series.values().length));
    }

    private static BlockSeries series(TrialSamples trial, Metric metric) {
        return BlockSeries.of(trial.counted(), metric, SamplingMode.TIMING);
    }

    private static BuildFactors builds(BlockSeries series, Metric metric, TrialSamples... sides) {
        return BuildFactors.of(List.of(sides), metric, series.blocks());
    }

    private PrecisionStatus compared(ProvisionalRatio ratio, Margins margins, ClaimLines lines) {
        ComparisonPairs.Pair pair = ratio.pair();
        OptionalDouble claimed = lines.distance(ratio);
        double distance = Math.min(distance(ratio, margins), claimed.orElse(Double.POSITIVE_INFINITY));
        return standing(
                pair.baseline(),
                pair.contender(),
                ratio.series(),
                builds(ratio.series(), ratio.metric(), pair.baseline(), pair.contender()),
                target.widthFor(distance),
                claimed.isPresent() ? target.widthFor(claimed.getAsDouble()) : Double.POSITIVE_INFINITY);
    }

    /** From the nearest line of its own verdict; zero while nothing is known. */
    private static double distance(ProvisionalRatio ratio, Margins margins) {
        if (ratio.location() == null) {
            return 0;
        }
        double practical = Margins.practical(ratio.pair(), ratio.metric());
        double equivalence = margins.equivalence(ratio.pair(), ratio.metric(), practical);
        Double close = margins.closeness(ratio.pair(), ratio.metric());
        double toVerdict = VerdictRules.distance(ratio.log(), practical, equivalence);
        return close == null ? toVerdict : Math.min(toVerdict, Math.abs(ratio.log() - Math.log(close)));
    }

    private PrecisionStatus alone(TrialSamples trial) {
        Metric metric = primary(trial.trial(), trial.trial());
        BlockSeries own = series(trial, metric);
        Metric known = own.isEmpty() ? Metric.WALL : metric;
        BlockSeries series = own.isEmpty() ? series(trial, Metric.WALL) : own;
        double wanted = target.ofDistance() > 0 ? ALONE : target.narrowest();
        return standing(trial, null, series, builds(series, known, trial), wanted, Double.POSITIVE_INFINITY);
    }

    /**
     * Where a series stands.
     *
     * @param wanted the width that is asked for
     * @param claimed the width that claims ask for; infinite when none does
     */
    private static PrecisionStatus standing(
            TrialSamples baseline,
            @Nullable TrialSamples contender,
            BlockSeries series,
            BuildFactors builds,
            double wanted,
            double claimed) {
        TrialId other = contender == null ? null : contender.id();
        if (series.isEmpty()) {
            return new PrecisionStatus(
                    baseline.id(),
                    other,
                    Double.NaN,
                    Double.POSITIVE_INFINITY,
                    wanted,
                    false,
                    Double.isFinite(claimed));
        }
        double[] values = series.values();
        IntervalEstimate location = within(values, builds, values.length);
        double width = Precision.halfWidth(location.interval(LEVEL));
        return new PrecisionStatus(
                baseline.id(),
                other,
                Math.exp(location.value()),
                width,
                wanted,
                new Precision(wanted)
                        .hasStayed(values.length, n -> within(values, builds, n).interval(LEVEL)),
                width > claimed);
    }

    /** Where the first that many values lie for the builds that they are of. */
    private static IntervalEstimate within(double[] values, BuildFactors builds, int first) {
        RandomEffects effects = builds.effects(Arrays.copyOf(values, first));
        return effects.within(HodgesLehmann.of(effects.leveled()));
    }
}
