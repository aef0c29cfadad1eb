package dev.assay.model.result;

import dev.assay.model.Profile;
import dev.assay.model.Warning;
import dev.assay.model.result.Comparison.Verdict;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.TrialId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two runs, trial by trial. They were not interleaved, so every time enters as its ratio to a program that is the same in both.
 *
 * @param baseline the earlier run
 * @param contender the later run
 * @param reference the program that both runs' times are divided by; null when no program could serve
 * @param notices in what the two differ beside their figures, the grave ones first
 * @param changes the trials of both, time before memory
 * @param alone the trials of which only one run has figures
 */
public record RunComparison(
        RunHeader baseline,
        RunHeader contender,
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
     * @param same whether the program is known to be the same in both runs
     */
    public record Change(
            Comparison comparison, Estimate before, Estimate after, List<String> differences, boolean same) {
        public Change {
            differences = List.copyOf(differences);
        }

        /** Whether it is slower or larger in the contender, by the rule; what has not changed cannot regress. */
        public boolean regressed() {
            return !same && comparison.verdict() == Verdict.WORSE;
        }

        /** Whether it moved beyond the margin though the program is the same: an event of the machine. */
        public boolean isEvent() {
            Interval at95 = comparison.estimate().at95();
            return same && at95 != null && (at95.low() > comparison.margin() || at95.high() < 1 / comparison.margin());
        }

        /** The same with another comparison. */
        public Change with(Comparison other) {
            return new Change(other, before, after, differences, same);
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

    /** Whether it can be told that none did: of times, where there are any, some have a verdict, or their programs are the same. */
    public boolean tells() {
        boolean smoke = baseline.profile() == Profile.SMOKE || contender.profile() == Profile.SMOKE;
        boolean timed =
                changes.stream().anyMatch(change -> change.comparison().metric().timed());
        return !smoke
                && changes.stream()
                        .filter(change -> change.comparison().metric().timed() == timed)
                        .anyMatch(change -> change.same() || change.comparison().verdict() != Verdict.INCONCLUSIVE);
    }
}
