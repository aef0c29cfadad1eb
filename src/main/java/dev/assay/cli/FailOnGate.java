package dev.assay.cli;

import dev.assay.analysis.Analysis;
import dev.assay.console.Console;
import dev.assay.history.Direction;
import dev.assay.history.RegressionReport;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.Metric;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.Comparison.Verdict;
import dev.assay.model.result.RunComparison;
import dev.assay.model.result.RunResult;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code --fail-on} names. A gate that could judge nothing has not passed: it says so, and has an exit code of its own.
 *
 * @param claims the verdicts of claims
 * @param regression whether something that got slower or larger counts
 */
record FailOnGate(Set<ClaimVerdict> claims, boolean regression) {
    private static final String REGRESSION = "regression";

    /**
     * Reads the option.
     *
     * @param compared whether there is another run to compare with
     * @throws Usage if a word is not known, or there is nothing that it could be about
     */
    static FailOnGate of(List<String> names, boolean compared) {
        Set<ClaimVerdict> claims = EnumSet.noneOf(ClaimVerdict.class);
        boolean regression = false;
        for (String name : names) {
            switch (name.strip().toLowerCase(Locale.ROOT)) {
                case "refuted" -> claims.add(ClaimVerdict.REFUTED);
                case "inconclusive" -> claims.add(ClaimVerdict.INCONCLUSIVE);
                case REGRESSION -> regression = true;
                default ->
                    throw new Usage(
                            "--fail-on=" + name
                                    + " is not valid: give one or more of refuted, inconclusive, regression, separated by commas.");
            }
        }
        if (regression && !compared) {
            throw new Usage("--fail-on=regression needs a run to compare with: add --against=RUN.");
        }
        return new FailOnGate(claims, regression);
    }

    /**
     * Reads the option where there are no claims.
     *
     * @param subject what it is about, in words
     * @throws Usage if a word is not about that
     */
    static FailOnGate ofRegressions(List<String> names, String subject) {
        for (String name : names) {
            if (!name.strip().equalsIgnoreCase(REGRESSION)) {
                throw new Usage("--fail-on=" + name + " does not apply to " + subject + ": use regression.");
            }
        }
        return new FailOnGate(Set.of(), !names.isEmpty());
    }

    /** What a run of a catalog answers, and what has changed since another one; null where none was named. */
    ExitCode judge(Console console, RunResult result, @Nullable RunComparison runs) {
        if (result.claims().stream().anyMatch(claim -> claims.contains(claim.verdict()))) {
            return ExitCode.GATE;
        }
        ExitCode since = runs == null ? ExitCode.DONE : judge(console, runs);
        boolean decided = result.claims().stream()
                .anyMatch(claim ->
                        claim.verdict() != ClaimVerdict.INCONCLUSIVE && claim.verdict() != ClaimVerdict.NOT_TESTED);
        return since != ExitCode.DONE || claims.isEmpty() || decided
                ? since
                : unjudged(console, "no claim was decided", "Measure the claims' workloads with profile quick or full");
    }

    /** What a comparison of two runs answers. */
    ExitCode judge(Console console, RunComparison runs) {
        if (!regression) {
            return ExitCode.DONE;
        }
        if (runs.regressed()) {
            return ExitCode.GATE;
        }
        return runs.tells()
                ? ExitCode.DONE
                : unjudged(
                        console,
                        runs.changes().isEmpty()
                                ? "the runs have no measured trial in common"
                                : "no time has a verdict; the reasons are shown next to them",
                        "Measure the same programs in both runs, with profile quick or full");
    }

    /** What a comparison of two commands answers: the contender's wall time and memory count, of a server the time of its requests, unless it is the baseline itself. */
    ExitCode judge(Console console, RunResult commands) {
        List<Comparison> judged = commands.comparisons().stream()
                .filter(each -> Set.of(Metric.WALL, Metric.WORK, Metric.PEAK).contains(each.metric()))
                .toList();
        if (!regression || Analysis.isComparedWithItself(commands.header())) {
            return ExitCode.DONE;
        }
        if (judged.stream().anyMatch(each -> each.verdict() == Verdict.WORSE)) {
            return ExitCode.GATE;
        }
        return judged.stream().anyMatch(FailOnGate::tells)
                ? ExitCode.DONE
                : unjudged(
                        console,
                        "the two times have no verdict; the reason is shown next to them",
                        "Measure longer, with --runs or --budget");
    }

    private static boolean tells(Comparison comparison) {
        return comparison.metric().timed() && (comparison.verdict() != Verdict.INCONCLUSIVE);
    }

    /** What the history answers; null where there is none. */
    ExitCode judge(Console console, @Nullable RegressionReport night) {
        if (!regression) {
            return ExitCode.DONE;
        }
        if (night != null && !night.regressions().isEmpty()) {
            return ExitCode.GATE;
        }
        boolean tells =
                night != null && night.figures().stream().anyMatch(figure -> figure.movement() != Direction.UNKNOWN);
        return tells
                ? ExitCode.DONE
                : unjudged(
                        console,
                        night == null
                                ? "there is no history"
                                : "no figure of the newest night can be compared with earlier ones",
                        "That needs five earlier nights with profile quick or full");
    }

    private static ExitCode unjudged(Console console, String why, String remedy) {
        console.warn("--fail-on had nothing to judge: " + why + ". " + remedy + ". The exit code is "
                + ExitCode.UNJUDGED.code() + ".");
        return ExitCode.UNJUDGED;
    }
}
