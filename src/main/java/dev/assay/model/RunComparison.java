package dev.assay.model;

import dev.assay.model.Comparison.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two runs, trial by trial. They were not interleaved, so every time enters as its ratio to a program that is the same in both.
 *
 * @param baseline the run that is held against
 * @param contender the run that is held against it
 * @param reference the program that both runs' times are divided by; null when no program could serve
 * @param notices in what the two differ beside their figures, the grave ones first
 * @param changes the trials of both, time before memory
 * @param alone the trials of which only one run has figures
 */
public record RunComparison(
        Header baseline,
        Header contender,
        @Nullable String reference,
        List<Warning> notices,
        List<Change> changes,
        List<Alone> alone) {
    public RunComparison {
        notices = List.copyOf(notices);
        changes = List.copyOf(changes);
        alone = List.copyOf(alone);
    }

    /**
     * One figure of one trial in both runs.
     *
     * @param comparison the runs' sides of it: both have the same trial
     * @param before the typical value in the baseline
     * @param after the typical value in the contender
     * @param differences in what the program differs, such as {@code another build}
     */
    public record Change(Comparison comparison, Estimate before, Estimate after, List<String> differences) {
        public Change {
            differences = List.copyOf(differences);
        }

        /** Whether it is slower or larger in the contender, by the rule. */
        public boolean regressed() {
            return comparison.verdict() == Verdict.WORSE;
        }
    }

    /**
     * A trial of which only one run has figures.
     *
     * @param trial which
     * @param inBaseline whether the baseline has them, else the contender
     * @param reason why the other has none
     */
    public record Alone(TrialId trial, boolean inBaseline, String reason) {}

    /** Whether a trial got slower or larger. */
    public boolean regressed() {
        return changes.stream().anyMatch(Change::regressed);
    }
}
