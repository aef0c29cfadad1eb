package dev.assay.analysis;

import dev.assay.Examples;
import dev.assay.model.Metric;
import dev.assay.model.catalog.Claim;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.catalog.ComparisonSide;
import dev.assay.model.catalog.Condition;
import dev.assay.model.catalog.Condition.Bound;
import dev.assay.model.catalog.Condition.Estimator;
import dev.assay.model.catalog.Condition.Measure;
import dev.assay.model.catalog.Condition.Op;
import dev.assay.model.catalog.Condition.Quantity;
import dev.assay.model.catalog.Rule;
import dev.assay.model.result.ClaimResult;
import dev.assay.model.run.ProbeResult;
import dev.assay.model.run.Recording;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Short ways to write rules in tests. */
public final class Rules {
    private Rules() {}

    public static Claim claim(String id, Rule rule) {
        return new Claim(id, "section", "claim", ClaimVerdict.SUPPORTED, rule, null);
    }

    public static Claim claim(Condition when) {
        return claim("claim", rule(when));
    }

    public static Rule rule(Condition when) {
        return new Rule("summary", when, List.of(), List.of(), null, null);
    }

    public static Rule guarded(Condition when, Condition guard, String otherwise) {
        return new Rule("summary", when, List.of(new Rule.Guard(guard, otherwise)), List.of(), null, null);
    }

    static Rule partly(Condition when, Condition partly, String because) {
        return new Rule("summary", when, List.of(), List.of(new Rule.Partly(partly, because)), null, null);
    }

    public static Rule capped(Condition when, @Nullable ClaimVerdict cap) {
        return new Rule("summary", when, List.of(), List.of(), cap, null);
    }

    public static Quantity quantity(Metric metric, String of, Estimator estimate, String... sides) {
        return new Quantity(
                metric,
                List.of(of.split(" ", -1)),
                Arrays.stream(sides).map(ComparisonSide::parse).toList(),
                estimate);
    }

    /** {@code test} is a level, an end and a side, such as {@code "95 low >"}. */
    public static Measure measure(Quantity quantity, String test, double value) {
        return measure(quantity, test, value, null, false);
    }

    public static Measure holm(Quantity quantity, String test, double value) {
        return measure(quantity, test, value, null, true);
    }

    public static Measure over(Quantity quantity, Quantity over, String test, double value) {
        return measure(quantity, test, value, over, false);
    }

    private static Measure measure(
            Quantity quantity, String test, double value, @Nullable Quantity over, boolean holm) {
        String[] parts = test.split(" ", -1);
        return new Measure(
                quantity,
                Integer.parseInt(parts[0]),
                Bound.valueOf(parts[1].toUpperCase(Locale.ROOT)),
                parts[2].equals(">") ? Op.ABOVE : Op.BELOW,
                value,
                over,
                holm);
    }

    /** What becomes of a claim that rests on a condition about probes, in a run that came to these results and measured nothing. */
    public static ClaimResult judged(Condition when, List<ProbeResult> results) {
        Recording recording = new Recording(
                Examples.header(List.of()),
                results,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Recording.End(Instant.EPOCH, true, null));
        return Analysis.analyze(recording, Synthetic.ARTICLE, List.of(claim(when)))
                .claims()
                .get(0);
    }
}
