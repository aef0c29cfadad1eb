package dev.assay.report;

import dev.assay.chart.ComparisonLabels;
import dev.assay.model.catalog.Claim;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.catalog.Rule;
import dev.assay.model.result.ClaimResult;
import dev.assay.model.result.Estimate;
import dev.assay.model.result.Power;
import dev.assay.model.result.RunResult;
import dev.assay.model.run.ProbeResult;
import dev.assay.text.RatioText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A claim with its verdict.
 *
 * @param anchor its place in the page
 * @param id its id
 * @param section the article's section, and whether it only implies the claim
 * @param claim the statement in our words
 * @param verdict the verdict's word
 * @param style the verdict's style
 * @param icon the verdict's sign
 * @param sentence the verdict with its figures
 * @param power what the run could have found out, in words; empty where there is nothing to say
 * @param rule what decides it
 * @param expected the verdict expected beforehand, when it is another; else empty
 * @param evidence what it rests on
 */
record ClaimView(
        String anchor,
        String id,
        String section,
        String claim,
        String verdict,
        String style,
        String icon,
        String sentence,
        String power,
        RuleText rule,
        String expected,
        List<EvidenceView> evidence) {
    /**
     * A rule in words.
     *
     * @param summary what decides; empty when no program can
     * @param changed since when it is as it is, and how it was before; empty where it never changed
     */
    record RuleText(String summary, String changed) {
        static RuleText of(@Nullable Rule rule) {
            if (rule == null) {
                return new RuleText("", "");
            }
            Rule.Change changed = rule.changed();
            return new RuleText(
                    rule.summary(),
                    changed == null ? "" : "Changed on " + changed.since() + ". Before: " + changed.was());
        }

        boolean hasChanged() {
            return !changed.isEmpty();
        }
    }

    /**
     * A condition as a row.
     *
     * @param what what was estimated
     * @param anchor the workload's section, or the probe's row; empty for none
     * @param workload the workload or probe; empty for none
     * @param value the figure with its interval, or the probe's outcome
     * @param blocks how many blocks it rests on; a dash where none are counted
     * @param threshold the condition
     * @param outcome how it came out
     */
    record EvidenceView(
            String what,
            String anchor,
            String workload,
            String value,
            String blocks,
            String threshold,
            String outcome) {
        boolean hasWorkload() {
            return !workload.isEmpty();
        }
    }

    static ClaimView of(ClaimResult result, RunResult run) {
        ClaimVerdict verdict = result.verdict();
        Power power = result.power();
        return new ClaimView(
                Anchors.ofClaim(result.claim().id()),
                result.claim().id(),
                section(result.claim()),
                result.claim().claim(),
                verdict.title(),
                verdict.toString(),
                ComparisonLabels.icon(verdict),
                result.sentence(),
                power == null ? "" : power.sentence(),
                RuleText.of(result.claim().rule()),
                result.isSurprising() ? result.claim().expected().title() : "",
                result.evidence().stream().map(each -> evidence(each, run)).toList());
    }

    private static String section(Claim claim) {
        return switch (claim.origin()) {
            case STATED -> "Section “" + claim.section() + "”";
            case IMPLIED -> "Implied by section “" + claim.section() + "”";
            case OURS -> "Not in the article. Related section: “" + claim.section() + "”";
        };
    }

    private static EvidenceView evidence(ClaimResult.Evidence evidence, RunResult run) {
        String probe = evidence.probe();
        if (probe != null) {
            Optional<ProbeResult> tried = run.probe(probe);
            return new EvidenceView(
                    evidence.what(),
                    tried.isPresent() ? Anchors.ofProbe(probe) : "",
                    tried.isPresent() ? probe : "",
                    tried.map(ProbeResult::words).orElse("–"),
                    "–",
                    evidence.threshold(),
                    outcome(evidence.outcome()));
        }
        Estimate estimate = evidence.estimate();
        String workload = evidence.workload() == null ? "" : evidence.workload();
        return new EvidenceView(
                evidence.what(),
                workload.isEmpty() ? "" : Anchors.link(workload),
                workload,
                estimate == null ? "–" : value(estimate, evidence.level()),
                estimate == null || estimate.blocks() == 0 ? "–" : String.valueOf(estimate.blocks()),
                evidence.threshold(),
                outcome(evidence.outcome()));
    }

    private static String value(Estimate estimate, int level) {
        RatioText ratio = level == 90 || level == 95 ? estimate.ratio(level) : RatioText.of(estimate.value());
        return ratio + (ratio.interval().isEmpty() ? "" : " (" + label(estimate, level) + ")");
    }

    private static String label(Estimate estimate, int level) {
        return estimate.kind() == Estimate.Kind.CONFIDENCE ? level + " %" : estimate.intervalWords(level);
    }

    private static String outcome(ClaimResult.Outcome outcome) {
        return switch (outcome) {
            case HOLDS -> "holds";
            case REFUTED -> "refuted";
            case UNDECIDED -> "undecided";
            case NO_DATA -> "no data";
        };
    }

    /** The same without its sentence, where that has been said for several claims at once. */
    ClaimView withoutSentence() {
        return new ClaimView(anchor, id, section, claim, verdict, style, icon, "", power, rule, expected, evidence);
    }

    boolean hasSentence() {
        return !sentence.isEmpty();
    }

    boolean hasPower() {
        return !power.isEmpty();
    }

    boolean hasRule() {
        return !rule.summary().isEmpty();
    }

    boolean hasExpected() {
        return !expected.isEmpty();
    }

    boolean hasEvidence() {
        return !evidence.isEmpty();
    }
}
