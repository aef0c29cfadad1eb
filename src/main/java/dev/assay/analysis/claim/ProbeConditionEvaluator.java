package dev.assay.analysis.claim;

import dev.assay.analysis.estimate.IndexedRecording;
import dev.assay.model.catalog.Condition;
import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.model.result.ClaimResult.Evidence;
import dev.assay.model.result.ClaimResult.Outcome;
import dev.assay.model.run.ProbeResult;
import dev.assay.text.NumberText;
import dev.assay.text.Plurals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds the outcomes of probes against what rules ask for. */
final class ProbeConditionEvaluator {
    private final IndexedRecording indexed;

    ProbeConditionEvaluator(IndexedRecording indexed) {
        this.indexed = indexed;
    }

    /** How several probes together come out: each must be as it is asked for. */
    ConditionResult all(List<Condition.Probe> asked) {
        List<Evidence> evidence = new ArrayList<>();
        List<MissingData> gaps = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Condition.Probe each : asked) {
            ProbeResult result = indexed.probe(each.probe());
            Outcome outcome = outcome(each, result);
            outcomes.add(outcome);
            evidence.add(new Evidence("probe " + each.probe(), null, null, 0, words(each), outcome, each.probe()));
            if (outcome == Outcome.NO_DATA) {
                gaps.add(new MissingData("the probe " + each.probe(), why(result)));
            }
        }
        Outcome together = ConditionResult.combine(outcomes, Outcome.REFUTED, Outcome.HOLDS);
        return new ConditionResult(together, evidence, List.of(clause(asked, outcomes)), gaps, List.of());
    }

    /** A rejection for another reason than the one that is asked for says nothing of that one. */
    private static Outcome outcome(Condition.Probe asked, @Nullable ProbeResult result) {
        if (result == null || result.outcome().missed()) {
            return Outcome.NO_DATA;
        }
        if (result.outcome() == ProbeOutcome.UNCLEAR) {
            return Outcome.UNDECIDED;
        }
        if (result.outcome() != asked.outcome()) {
            return Outcome.REFUTED;
        }
        return asked.code() == null || result.codes().contains(asked.code()) ? Outcome.HOLDS : Outcome.UNDECIDED;
    }

    private static String why(@Nullable ProbeResult result) {
        return result == null ? "it has no outcome in this run" : String.valueOf(result.reason());
    }

    private static String words(Condition.Probe asked) {
        return asked.outcome().words() + ProbeResult.withCode(asked.outcome(), asked.code());
    }

    private ConditionResult.Clause clause(List<Condition.Probe> asked, List<Outcome> outcomes) {
        List<String> seen = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Condition.Probe each = asked.get(i);
            ProbeResult result = indexed.probe(each.probe());
            if (result != null) {
                seen.add(each.probe() + " " + result.verb() + peaks(result));
            }
            if (outcomes.get(i) != Outcome.HOLDS) {
                others.add(
                        each.probe() + " " + each.outcome().verb() + ProbeResult.withCode(each.outcome(), each.code()));
            }
        }
        String statement = Plurals.noun(seen.size(), "Probe") + ": " + String.join("; ", seen);
        return others.isEmpty()
                ? new ConditionResult.Clause(statement + ", as required", "", "")
                : new ConditionResult.Clause(statement + ". Required: " + String.join("; ", others), "", "");
    }

    /** The peaks that tell growth from none. */
    private static String peaks(ProbeResult result) {
        return result.peaks().isEmpty()
                ? ""
                : result.peaks().stream()
                        .map(peak -> NumberText.format(peak.peakBytes() / 1e6) + " MB for " + peak.count())
                        .collect(Collectors.joining(", ", " (", ")"));
    }
}
