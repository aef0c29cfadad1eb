package dev.assay.model.result;

import dev.assay.model.catalog.Claim;
import dev.assay.model.catalog.ClaimVerdict;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A claim and what the evidence says of it.
 *
 * @param claim the claim
 * @param verdict the verdict
 * @param sentence the verdict in one sentence with its figures
 * @param evidence what it rests on
 * @param open the rule's reservations that are neither shown nor ruled out, each with the reason, in words without a full stop; only of a
 *     claim that is supported, openly or partly
 * @param power what the run could have found out about it; null where it was not tested, or where probes decide, which show or do not
 */
public record ClaimResult(
        Claim claim,
        ClaimVerdict verdict,
        String sentence,
        List<Evidence> evidence,
        List<String> open,
        @Nullable Power power) {
    public ClaimResult {
        evidence = List.copyOf(evidence);
        open = List.copyOf(open);
    }

    /** Nothing is open, and nothing is said of what could have been found out. */
    public ClaimResult(Claim claim, ClaimVerdict verdict, String sentence, List<Evidence> evidence) {
        this(claim, verdict, sentence, evidence, List.of(), null);
    }

    /** Whether anything was decided: in full, or but for a reservation. */
    public boolean isDecided() {
        return verdict != ClaimVerdict.INCONCLUSIVE && verdict != ClaimVerdict.NOT_TESTED;
    }

    /** Whether the verdict is another than the expected one. One with an open reservation is neither another than supported nor than partly. */
    public boolean isSurprising() {
        ClaimVerdict expected = claim.expected();
        return isDecided()
                && verdict != expected
                && !(verdict == ClaimVerdict.SUPPORTED_OPEN
                        && (expected == ClaimVerdict.SUPPORTED || expected == ClaimVerdict.PARTLY));
    }

    /**
     * One condition of a rule and how it came out.
     *
     * @param what what was estimated, in words
     * @param workload the workload it is about; null for a suite or a probe
     * @param estimate the figure; null when there was none
     * @param level the level that the rule asks for, in percent; 0 for a probe, which has none
     * @param threshold the condition in words, such as {@code low end > 1.25}
     * @param outcome how it came out
     * @param probe the probe it is about; null for a measure
     */
    public record Evidence(
            String what,
            @Nullable String workload,
            @Nullable Estimate estimate,
            int level,
            String threshold,
            Outcome outcome,
            @Nullable String probe) {
        /** Of a measure. */
        public Evidence(
                String what,
                @Nullable String workload,
                @Nullable Estimate estimate,
                int level,
                String threshold,
                Outcome outcome) {
            this(what, workload, estimate, level, threshold, outcome, null);
        }
    }

    /** How a condition came out. */
    public enum Outcome {
        /** It holds. */
        HOLDS,
        /** Its contrary holds. */
        REFUTED,
        /** The interval lies on both sides. */
        UNDECIDED,
        /** There is nothing to decide it by. */
        NO_DATA;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
