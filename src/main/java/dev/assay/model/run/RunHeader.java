package dev.assay.model.run;

import dev.assay.model.Profile;
import dev.assay.model.Runtime;
import dev.assay.model.Warning;
import dev.assay.model.catalog.Workload;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that is known of a run before its first sample: with the samples and the claims it is enough to analyze the run again.
 *
 * @param id the run's name, also its folder
 * @param startedAt when it began
 * @param assayVersion the version of Assay
 * @param sampling how much it measures
 * @param options what was asked for, by name
 * @param commandLine what to type to do the same again
 * @param hashes which catalog and claims it was of
 * @param subject what it measures
 * @param toolchains what was found
 * @param programs the SHA-256 of every executable that is started, by its absolute path: the meter, compiled programs, interpreters; empty in
 *     runs of old, which did not say
 * @param environment the machine before the run
 * @param warnings what was noticed before the run, beside the machine's and the toolchains' own
 */
public record RunHeader(
        String id,
        Instant startedAt,
        String assayVersion,
        SamplingPlan sampling,
        Map<String, String> options,
        List<String> commandLine,
        CatalogHashes hashes,
        RunSubject subject,
        List<Toolchain> toolchains,
        Map<String, String> programs,
        Environment environment,
        List<Warning> warnings) {
    /** In place of the hash of a program that may be run and not read. */
    public static final String UNREADABLE = "unreadable";

    public RunHeader {
        toolchains = List.copyOf(toolchains);
        programs = Collections.unmodifiableMap(new TreeMap<>(programs));
        warnings = List.copyOf(warnings);
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        commandLine = List.copyOf(commandLine);
    }

    /** The profile of its sampling. */
    public Profile profile() {
        return sampling.profile();
    }

    /** The workloads of its subject. */
    public List<Workload> workloads() {
        return subject.workloads();
    }

    /** The trials of its subject. */
    public List<Trial> trials() {
        return subject.trials();
    }

    /** Whether two of the user's commands are compared, and nothing of a catalog. */
    public boolean comparesCommands() {
        return !trials().isEmpty()
                && trials().stream().allMatch(trial -> trial.id().runtime() == Runtime.COMMAND);
    }

    /** The same with other warnings. */
    public RunHeader with(List<Warning> others) {
        return new RunHeader(
                id,
                startedAt,
                assayVersion,
                sampling,
                options,
                commandLine,
                hashes,
                subject,
                toolchains,
                programs,
                environment,
                others);
    }
}
