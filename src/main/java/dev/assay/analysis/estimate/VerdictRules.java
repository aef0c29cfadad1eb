package dev.assay.analysis.estimate;

import dev.assay.model.result.Comparison.Verdict;
import dev.assay.model.result.Estimate.Kind;
import dev.assay.stats.Bounds;
import dev.assay.stats.Equivalence;
import dev.assay.stats.IntervalEstimate;
import dev.assay.stats.Range;
import dev.assay.text.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an interval says of two trials. All ends and margins are compared as logarithms, so that swapping the two sides gives the mirrored
 * verdict always.
 */
public final class VerdictRules {
    /** The fewest blocks that have a 95 % interval. */
    public static final int FEWEST_BLOCKS = 6;

    /**
     * What lies this near to a line lies on it: figures that come in steps, as peaks of memory do, can meet it exactly but for the rounding of
     * logarithms, and an end that touches the line is not beyond it.
     */
    public static final double ROUNDING = 1e-8;

    /**
     * A verdict.
     *
     * @param verdict from the contender's side
     * @param reasons why it is not a plainer one
     */
    public record Judgement(Verdict verdict, List<String> reasons) {}

    private VerdictRules() {}

    /**
     * The first that matches: inconclusive for too few blocks; better or worse when the 95 % interval lies beyond the practical margin;
     * inconclusive when the canary failed, for what is left rests on less than the session can distinguish; equivalent when the 90 %
     * interval lies inside the equivalence margin (two one-sided tests at 5 %: Schuirmann, J. Pharmacokinet. Biopharm. 15 (1987) 657);
     * different when the 95 % interval excludes 1 inside the practical margin, which needs an equivalence margin narrower than that; else
     * unclear. Where a check of the series found something whose correction leads to another verdict, that one is void and the comparison
     * inconclusive.
     *
     * @param reading baseline over contender
     * @param margin the practical margin, above 1
     * @param equivalence the equivalence margin, above 1
     * @param canaryFailed whether the session is noisier than it should be
     */
    public static Judgement of(LogEstimate reading, double margin, double equivalence, boolean canaryFailed) {
        Judgement judgement = plain(reading, margin, equivalence, canaryFailed);
        if (judgement.verdict() == Verdict.INCONCLUSIVE) {
            return judgement;
        }
        List<String> voided = new ArrayList<>();
        List<String> noted = new ArrayList<>(judgement.reasons());
        for (SeriesCheckResult doubt : reading.doubts()) {
            Verdict corrected =
                    plain(doubt.corrected(), margin, equivalence, canaryFailed).verdict();
            if (corrected == judgement.verdict()) {
                noted.add(doubt.named() + "; " + doubt.kind().correction() + ", the verdict is the same");
            } else {
                voided.add(doubt.named() + "; " + doubt.kind().correction() + ", the interval is "
                        + LogEstimate.ratios(doubt.corrected().interval(95)) + ", and the verdict is no longer '"
                        + judgement.verdict().title() + "'");
            }
        }
        return voided.isEmpty()
                ? new Judgement(judgement.verdict(), noted)
                : new Judgement(Verdict.INCONCLUSIVE, voided);
    }

    /** The judgement; where it says nothing though these very builds differ or are alike, a reason says that. */
    public static Judgement despiteBuilds(Judgement judgement, LogEstimate reading, double margin, double equivalence) {
        IntervalEstimate within = reading.within();
        if (judgement.verdict() != Verdict.UNCLEAR || within == null) {
            return judgement;
        }
        LogEstimate these = new LogEstimate(reading.value(), within, reading.blocks(), reading.kind());
        Verdict verdict = plain(these, margin, equivalence, false).verdict();
        if (verdict == Verdict.UNCLEAR) {
            return judgement;
        }
        List<String> reasons = new ArrayList<>(judgement.reasons());
        reasons.add("builds: for these builds alone the interval is " + LogEstimate.ratios(within.interval(95))
                + ", which means '" + verdict.title() + "'; other builds of the same code may differ");
        return new Judgement(judgement.verdict(), reasons);
    }

    /**
     * The judgement; where an interval that takes the run's sessions for a sample says something else, a reason says that.
     *
     * @param across that interval; null in a run of one session
     */
    public static Judgement besideSessions(
            Judgement judgement,
            LogEstimate reading,
            @Nullable IntervalEstimate across,
            double margin,
            double equivalence) {
        if (across == null || judgement.verdict() == Verdict.INCONCLUSIVE || judgement.verdict() == Verdict.UNCLEAR) {
            return judgement;
        }
        LogEstimate sampled = new LogEstimate(across.value(), across, reading.blocks(), reading.kind());
        if (plain(sampled, margin, equivalence, false).verdict() == judgement.verdict()) {
            return judgement;
        }
        List<String> reasons = new ArrayList<>(judgement.reasons());
        reasons.add("sessions: across sessions the interval is "
                + LogEstimate.ratios(across.interval(95)) + ", and the verdict is no longer '"
                + judgement.verdict().title() + "'; another session may differ");
        return new Judgement(judgement.verdict(), reasons);
    }

    private static Judgement plain(LogEstimate reading, double margin, double equivalence, boolean canaryFailed) {
        Bounds at95 = reading.interval(95);
        Bounds at90 = reading.interval(90);
        if (at95 == null || at90 == null) {
            return judgement(Verdict.INCONCLUSIVE, tooFew(reading));
        }
        double practical = Math.log(margin) + ROUNDING;
        if (at95.low() > practical) {
            return judgement(Verdict.BETTER);
        }
        if (at95.high() < -practical) {
            return judgement(Verdict.WORSE);
        }
        if (canaryFailed) {
            return judgement(
                    Verdict.INCONCLUSIVE,
                    "canary: this run cannot distinguish ratios below " + NumberText.format(margin));
        }
        String bounds = reading.kind() == Kind.RANGE ? "range" : "interval";
        boolean excludesOne = at95.low() > 0 || at95.high() < 0;
        if (isInside(at90, Math.log(equivalence))) {
            return excludesOne
                    ? judgement(Verdict.EQUIVALENT, "different, but by less than the margin")
                    : judgement(Verdict.EQUIVALENT);
        }
        if (excludesOne) {
            return isInside(at95, Math.log(margin))
                    ? judgement(Verdict.DIFFERENT)
                    : judgement(Verdict.UNCLEAR, "the " + bounds + " excludes 1 but overlaps the practical margin");
        }
        return judgement(Verdict.UNCLEAR, "the " + bounds + " includes 1 and extends beyond the practical margin");
    }

    private static String tooFew(LogEstimate reading) {
        return reading.kind() == Kind.RANGE
                ? "too few memory samples: " + reading.blocks() + "; a range needs " + Range.FEWEST
                : "too few blocks: " + reading.blocks() + "; an interval needs " + FEWEST_BLOCKS;
    }

    /** Whether the 90 % interval of a ratio, and that of every correction of it, ends below a line: non-inferiority at 5 %. */
    public static boolean isNotAbove(LogEstimate reading, double logLine) {
        Equivalence line = new Equivalence(logLine);
        return Stream.concat(Stream.of(reading), reading.doubts().stream().map(SeriesCheckResult::corrected))
                .map(LogEstimate::location)
                .allMatch(location -> location != null && line.pNotLarger(location) <= 0.05);
    }

    /**
     * How far a ratio lies from the nearest line at which its verdict would be another, in logarithms. Between equal programs the practical margin
     * decides nothing as long as the equivalence margin holds both.
     *
     * @param log the logarithm of the ratio
     * @param margin the practical margin, above 1
     * @param equivalence the equivalence margin, above 1
     */
    public static double distance(double log, double margin, double equivalence) {
        double practical = Math.log(margin);
        double equal = Math.log(equivalence);
        double size = Math.abs(log);
        double toEqual = Math.abs(size - equal);
        return size < practical && practical <= equal ? toEqual : Math.min(toEqual, Math.abs(size - practical));
    }

    /** Whether an interval lies inside (1/M, M), given the logarithm of M. */
    static boolean isInside(Bounds bounds, double logMargin) {
        return -logMargin + ROUNDING < bounds.low() && bounds.high() < logMargin - ROUNDING;
    }

    private static Judgement judgement(Verdict verdict, String... reasons) {
        return new Judgement(verdict, List.of(reasons));
    }
}
