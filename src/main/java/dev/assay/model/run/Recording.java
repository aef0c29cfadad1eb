package dev.assay.model.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a journal holds: the input of the analysis.
 *
 * @param header what was planned and found
 * @param probes the results of the probes, in the order they were tried
 * @param samples every process, in the order they ran
 * @param environments the machine again, during and after
 * @param resumes where the run was cut short and went on
 * @param stops the workloads that were measured to their end, and why they ended there
 * @param end how the run ended; null when it never said
 */
public record Recording(
        RunHeader header,
        List<ProbeResult> probes,
        List<Sample> samples,
        List<Environment> environments,
        List<Resume> resumes,
        List<StopReason> stops,
        @Nullable End end) {
    public Recording {
        probes = List.copyOf(probes);
        samples = List.copyOf(samples);
        environments = List.copyOf(environments);
        resumes = List.copyOf(resumes);
        stops = List.copyOf(stops);
    }

    /** Whether something of the plan is missing. */
    public boolean partial() {
        return end == null || !end.complete();
    }

    /** The machine at every look but the first, in the order of time. */
    public List<Environment> laterEnvironments() {
        List<Environment> all = new ArrayList<>(environments);
        resumes.forEach(resume -> all.add(resume.environment()));
        all.sort(Comparator.comparing(Environment::at));
        return List.copyOf(all);
    }

    /**
     * A seam: the run had ended before its plan was done, and went on.
     *
     * @param at when it went on
     * @param since when the journal had last been written to
     * @param samples how many processes it held
     * @param environment the machine before the run went on
     */
    public record Resume(Instant at, Instant since, int samples, Environment environment) {}

    /**
     * The last line of a journal.
     *
     * @param at when
     * @param complete whether the whole plan was run
     * @param reason why not, when it was not
     */
    public record End(
            Instant at, boolean complete, @Nullable String reason) {}
}
