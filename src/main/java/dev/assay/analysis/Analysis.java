package dev.assay.analysis;

import dev.assay.analysis.claim.ClaimEvaluator;
import dev.assay.analysis.claim.ConditionEvaluator;
import dev.assay.analysis.comparison.ComparisonBuilder;
import dev.assay.analysis.comparison.StopReasons;
import dev.assay.analysis.comparison.SuiteMeans;
import dev.assay.analysis.estimate.IndexedRecording;
import dev.assay.analysis.estimate.NoiseCheck;
import dev.assay.analysis.estimate.TrialResults;
import dev.assay.analysis.sample.ProgramIdentity;
import dev.assay.model.catalog.Article;
import dev.assay.model.catalog.Claim;
import dev.assay.model.catalog.Rulebook;
import dev.assay.model.result.ClaimResult;
import dev.assay.model.result.Noise;
import dev.assay.model.result.RunResult;
import dev.assay.model.result.TrialResult;
import dev.assay.model.run.Recording;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.StopReason;
import java.util.List;

/** The analysis of a run. */
public final class Analysis {
    private Analysis() {}

    /**
     * What follows from a recording. The same recording and claims always give the same result; a recording that is cut short, or in which
     * everything failed, gives one with what there is.
     *
     * @param recording the journal's content
     * @param rules the claims, each with the rule that was fixed before
     */
    public static RunResult analyze(Recording recording, Rulebook rules) {
        IndexedRecording indexed = new IndexedRecording(recording);
        Noise noise = NoiseCheck.check(indexed);
        List<TrialResult> trials = TrialResults.summarize(indexed, noise);
        List<StopReason> stops = StopReasons.find(recording, rules.claims());
        return new RunResult(
                recording.header(),
                recording.end(),
                recording.laterEnvironments(),
                noise,
                trials,
                stops,
                ComparisonBuilder.build(indexed, noise, rules.claims(), stops),
                SuiteMeans.compute(indexed),
                recording.probes(),
                rules.article(),
                verdicts(indexed, noise, rules.claims()),
                RunWarnings.collect(recording, indexed, noise, trials, stops, rules));
    }

    /** The same with claims that stand in no file. */
    public static RunResult analyze(Recording recording, Article article, List<Claim> claims) {
        return analyze(recording, Rulebook.of(article, claims));
    }

    /** Whether two of the user's commands are compared that are known to be one: what moves then is the machine. */
    public static boolean isComparedWithItself(RunHeader header) {
        return ProgramIdentity.isComparedWithItself(header);
    }

    private static List<ClaimResult> verdicts(IndexedRecording indexed, Noise noise, List<Claim> claims) {
        return new ClaimEvaluator(
                        new ConditionEvaluator(indexed, noise), indexed.header().profile())
                .judge(claims);
    }
}
