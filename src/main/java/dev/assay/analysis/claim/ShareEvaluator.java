package dev.assay.analysis.claim;

import dev.assay.analysis.estimate.IndexedRecording;
import dev.assay.model.catalog.Condition;
import dev.assay.model.catalog.MistakeFinder;
import dev.assay.model.catalog.MistakeShare;
import dev.assay.model.result.ClaimResult.Evidence;
import dev.assay.model.result.ClaimResult.Outcome;
import dev.assay.model.run.MistakePair;
import dev.assay.stats.Bounds;
import dev.assay.stats.ClusteredShare;
import dev.assay.stats.ShareDifference;
import dev.assay.text.NumberText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Predicate;

/** Holds shares of seeded mistakes against thresholds. A program is a cluster: its mistakes resemble each other. */
final class ShareEvaluator {
    private static final int FEWEST_PROGRAMS = 2;
    private static final double PERCENT = 100;

    /** What is smaller is called that small. */
    private static final double LEAST_ERROR = 1e-9;

    private static final int HALVINGS = 60;

    private final IndexedRecording indexed;

    ShareEvaluator(IndexedRecording indexed) {
        this.indexed = indexed;
    }

    /** A share or a difference of two, with its interval at each level, and what it is in words. */
    private record Reading(double value, DoubleFunction<Bounds> interval, String words) {}

    /** How a share comes out; without data where fewer than two programs were tried in both languages. */
    ConditionResult evaluate(MistakeShare share) {
        Map<String, List<MistakePair>> programs = new LinkedHashMap<>();
        MistakePair.of(indexed.probes()).stream()
                .filter(pair -> share.of().contains(pair.suite()))
                .forEach(pair -> programs.computeIfAbsent(pair.program(), name -> new ArrayList<>())
                        .add(pair));
        if (programs.size() < FEWEST_PROGRAMS) {
            String suites = String.join(",", share.of());
            return ConditionResult.missing(
                    List.of(new Evidence(what(share), null, null, share.level(), threshold(share), Outcome.NO_DATA)),
                    List.of(new MissingData(
                            "the mistakes of the suite " + suites,
                            "they take minutes, so they are tried only on request: run with --suite=" + suites)));
        }
        return decided(share, reading(share, programs.values()));
    }

    private static Reading reading(MistakeShare share, Collection<List<MistakePair>> programs) {
        List<MistakeFinder> finders = share.finders();
        MistakeFinder last = finders.get(finders.size() - 1);
        ClusteredShare contender = count(programs, pair -> pair.ends(share.fate(), last));
        String all = last.title() + ": " + percent(contender.value()) + " of " + contender.count() + " mistakes in "
                + programs.size() + " programs " + share.fate().verb();
        if (finders.size() == 1) {
            return new Reading(contender.value(), contender::interval, all);
        }
        MistakeFinder first = finders.get(0);
        ClusteredShare baseline = count(programs, pair -> pair.ends(share.fate(), first));
        ShareDifference difference = new ShareDifference(
                count(programs, pair -> pair.ends(share.fate(), last) && !pair.ends(share.fate(), first)),
                count(programs, pair -> pair.ends(share.fate(), first) && !pair.ends(share.fate(), last)));
        return new Reading(
                difference.value(),
                difference::interval,
                all + ". " + first.title() + ": " + percent(baseline.value()) + ". Difference: "
                        + points(difference.value()));
    }

    private static ClusteredShare count(Collection<List<MistakePair>> programs, Predicate<MistakePair> hit) {
        return new ClusteredShare(programs.stream()
                .map(pairs -> new ClusteredShare.Cluster(
                        (int) pairs.stream().filter(hit).count(), pairs.size()))
                .toList());
    }

    private static ConditionResult decided(MistakeShare share, Reading reading) {
        Bounds interval = reading.interval().apply(share.level() / PERCENT);
        boolean above = share.op() == Condition.Op.ABOVE;
        Outcome outcome = interval.low() > share.value()
                ? above ? Outcome.HOLDS : Outcome.REFUTED
                : interval.high() < share.value() ? above ? Outcome.REFUTED : Outcome.HOLDS : Outcome.UNDECIDED;
        String words = reading.words() + " (" + share.level() + " % interval " + number(share, interval.low()) + " to "
                + number(share, interval.high()) + ")";
        DecisionPValue strength = strength(share, reading, above);
        return new ConditionResult(
                outcome,
                List.of(new Evidence(words, null, null, share.level(), threshold(share), outcome)),
                List.of(new ConditionResult.Clause(words, required(share), "")),
                List.of(),
                List.of(),
                strength,
                List.of());
    }

    private static DecisionPValue strength(MistakeShare share, Reading reading, boolean above) {
        double allowed = 1 - share.level() / PERCENT;
        double beyond = error(reading, bounds -> bounds.low() > share.value()) / allowed;
        double below = error(reading, bounds -> bounds.high() < share.value()) / allowed;
        return above ? new DecisionPValue(beyond, below) : new DecisionPValue(below, beyond);
    }

    /** The smallest error at which the interval is on a side of the threshold; infinite where it never is. Found by halving, in logarithms. */
    private static double error(Reading reading, Predicate<Bounds> clear) {
        double least = Math.log(LEAST_ERROR);
        double most = Math.log(0.99);
        if (!clear.test(reading.interval().apply(1 - Math.exp(most)))) {
            return Double.POSITIVE_INFINITY;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (least + most) / 2;
            if (clear.test(reading.interval().apply(1 - Math.exp(middle)))) {
                most = middle;
            } else {
                least = middle;
            }
        }
        return Math.exp(most);
    }

    private static String what(MistakeShare share) {
        return "mistakes that " + share.fate().verb() + ": "
                + String.join(
                        " against ",
                        share.finders().stream().map(MistakeFinder::title).toList());
    }

    private static String threshold(MistakeShare share) {
        return share.bound() + " end " + share.op() + " " + number(share, share.value());
    }

    private static String required(MistakeShare share) {
        String side = share.op() == Condition.Op.ABOVE ? "above " : "below ";
        return side + (share.finders().size() == 1 ? percent(share.value()) : points(share.value()));
    }

    private static String number(MistakeShare share, double value) {
        return share.finders().size() == 1 ? percent(value) : NumberText.formatDigits(PERCENT * value, 2);
    }

    private static String percent(double value) {
        return value == 0 ? "0 %" : NumberText.percent(value);
    }

    private static String points(double value) {
        return NumberText.formatDigits(PERCENT * value, 2) + " percentage points";
    }
}
