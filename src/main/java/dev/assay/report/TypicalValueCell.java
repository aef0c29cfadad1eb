package dev.assay.report;

import dev.assay.model.Metric;
import dev.assay.model.result.Estimate;
import dev.assay.model.result.TrialResult;
import dev.assay.model.result.ValueFlag;
import dev.assay.text.NumberText;
import org.jspecify.annotations.Nullable;

/**
 * A trial's typical value, with a sign behind it where something must be known of it.
 *
 * @param text the value
 * @param sign the sign; empty for none
 * @param meaning what the sign says, for those who cannot see or do not know it
 * @param ns a time in nanoseconds, to show it in other units; empty for what is not a time
 */
public record TypicalValueCell(String text, String sign, String meaning, String ns) {
    public static final String NEAR_FLOOR = "†";
    static final String INCOMPLETE = "‡";
    static final String REPEATED = "§";

    /** What is not known. */
    static final TypicalValueCell NONE = new TypicalValueCell("–", "", "", "");

    /** The value of a metric; of memory, that of the metric by which the trial's memory is judged. */
    static TypicalValueCell of(@Nullable TrialResult trial, Metric metric) {
        Metric shown = trial != null && metric == Metric.PEAK ? trial.memoryMetric() : metric;
        Estimate estimate = trial == null ? null : trial.typical().get(shown);
        if (trial == null || estimate == null) {
            return NONE;
        }
        String value = NumberText.value(shown.unit(), estimate.value());
        String ns = metric.timed() ? String.valueOf(Math.round(estimate.value())) : "";
        ValueFlag mark = trial.marks().get(shown);
        if (mark == null) {
            return new TypicalValueCell(value, "", "", ns);
        }
        return switch (mark) {
            case NEAR_FLOOR ->
                metric.timed()
                        ? new TypicalValueCell(value, NEAR_FLOOR, "near the noise floor", ns)
                        : new TypicalValueCell("≤ " + value, NEAR_FLOOR, "at most: it is at the noise floor", ns);
            case REPEATED ->
                new TypicalValueCell(
                        value, REPEATED, "of all " + trial.trial().repeat() + " repetitions in one process", ns);
            case INCOMPLETE -> new TypicalValueCell(value, INCOMPLETE, "incomplete: some processes are missing", ns);
        };
    }

    boolean timed() {
        return !ns.isEmpty();
    }

    public boolean marked() {
        return !sign.isEmpty();
    }

    /** The value and its sign as text. */
    public String plain() {
        return marked() ? text + " " + sign : text;
    }
}
