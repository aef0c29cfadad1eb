package dev.assay.model.result;

import dev.assay.model.Metric;
import dev.assay.model.Warning;
import dev.assay.model.catalog.Article;
import dev.assay.model.run.Environment;
import dev.assay.model.run.ProbeResult;
import dev.assay.model.run.Recording.End;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.StopReason;
import dev.assay.model.run.TrialId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run and all that follows from it.
 *
 * @param header what was planned and found
 * @param end how it ended; null while it runs or when it never said
 * @param environments the machine again, during and after
 * @param noise floor and canary
 * @param trials the trials with their samples
 * @param stops why each workload was measured no further
 * @param comparisons the comparisons
 * @param summaries the suites' means
 * @param probes the results of the probes
 * @param article where the claims come from
 * @param claims the claims and their verdicts
 * @param warnings everything that makes the figures worse
 */
public record RunResult(
        RunHeader header,
        @Nullable End end,
        List<Environment> environments,
        Noise noise,
        List<TrialResult> trials,
        List<StopReason> stops,
        List<Comparison> comparisons,
        List<Summary> summaries,
        List<ProbeResult> probes,
        Article article,
        List<ClaimResult> claims,
        List<Warning> warnings) {
    public RunResult {
        environments = List.copyOf(environments);
        trials = List.copyOf(trials);
        stops = List.copyOf(stops);
        comparisons = List.copyOf(comparisons);
        summaries = List.copyOf(summaries);
        probes = List.copyOf(probes);
        claims = List.copyOf(claims);
        warnings = List.copyOf(warnings);
    }

    /** When it ended; null while it runs or when it never said. */
    public @Nullable Instant finishedAt() {
        return end == null ? null : end.at();
    }

    /** Whether something of the plan is missing. */
    public boolean partial() {
        return end == null || !end.complete();
    }

    /** Why a workload was measured no further. */
    public Optional<StopReason> stop(String workload) {
        return stops.stream().filter(stop -> stop.workload().equals(workload)).findFirst();
    }

    /** The trial of that id. */
    public Optional<TrialResult> trial(TrialId id) {
        // asked for each row of a page, of which there may be thousands
        for (TrialResult result : trials) {
            if (result.trial().id().equals(id)) {
                return Optional.of(result);
            }
        }
        return Optional.empty();
    }

    /** The result of the probe of that id. */
    public Optional<ProbeResult> probe(String id) {
        return probes.stream().filter(result -> result.probe().id().equals(id)).findFirst();
    }

    /** Whether a trial failed. */
    public boolean failed() {
        return trials.stream().anyMatch(result -> result.status() == TrialResult.Status.FAILED);
    }

    /** How the work of a fresh process compares with a repetition of this trial, by the same runtime's primary program; empty if it was not measured. */
    public Optional<Comparison> fresh(TrialId repeated) {
        return comparisons.stream()
                .filter(comparison -> comparison.metric() == Metric.WORK
                        && comparison.contender().equals(repeated)
                        && comparison.baseline().primary()
                        && comparison.baseline().runtime() == repeated.runtime())
                .findFirst();
    }
}
