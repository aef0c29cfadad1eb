package dev.assay.analysis.estimate;

import dev.assay.analysis.sample.TrialSamples;
import dev.assay.model.Metric;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.Distribution;
import dev.assay.model.result.Noise;
import dev.assay.model.result.TrialResult;
import dev.assay.stats.Bounds;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What this session could not have distinguished: the no-op, and one program compared with itself. */
public final class NoiseCheck {
    /** The canary passes inside this margin, and no session is credited with telling apart less. */
    private static final double FINEST = 1.02;

    private NoiseCheck() {}

    /**
     * The noise of a session. The canary passes only when its 90 % interval lies inside (1/1.02, 1.02): "does not exclude 1" would pass the
     * noisier machine more surely. Where a check of the series found something, so must the interval after its correction, and the widest
     * of them is the resolution. Without an interval it neither passes nor fails.
     */
    public static Noise check(IndexedRecording indexed) {
        TrialResult floor = TrialResults.summarize(indexed, indexed.floor());
        Map<Metric, Distribution> spread = LaunchOverhead.spread(indexed.floor());
        Double handlingNs = LaunchOverhead.handlingNs(indexed.floor());
        LogEstimate reading = indexed.canary().size() == 2
                ? indexed.ratio(indexed.canary().get(0), indexed.canary().get(1), Metric.WALL)
                : null;
        if (reading == null) {
            return new Noise(floor, spread, handlingNs, null, null, FINEST);
        }
        Comparison comparison =
                compare(indexed.canary().get(0), indexed.canary().get(1), reading);
        List<Bounds> at90 = Stream.concat(
                        Stream.of(reading), reading.doubts().stream().map(SeriesCheckResult::corrected))
                .map(each -> each.interval(90))
                .flatMap(Stream::ofNullable)
                .toList();
        return at90.isEmpty()
                ? new Noise(floor, spread, handlingNs, comparison, null, FINEST)
                : new Noise(
                        floor,
                        spread,
                        handlingNs,
                        comparison,
                        at90.stream().allMatch(bounds -> VerdictRules.isInside(bounds, Math.log(FINEST))),
                        at90.stream().mapToDouble(NoiseCheck::resolution).max().orElse(FINEST));
    }

    private static Comparison compare(TrialSamples first, TrialSamples second, LogEstimate reading) {
        VerdictRules.Judgement judgement = VerdictRules.of(reading, FINEST, FINEST, false);
        return new Comparison(
                first.id().workload(),
                Metric.WALL,
                first.id(),
                second.id(),
                reading.toEstimate(),
                FINEST,
                judgement.verdict(),
                judgement.reasons());
    }

    /** The end of the interval that lies farther from 1: it holds both the width and a shift. */
    private static double resolution(Bounds at90) {
        return Math.max(FINEST, Math.exp(Math.max(at90.high(), -at90.low())));
    }
}
