package dev.assay.model.run;

import dev.assay.model.Profile;
import dev.assay.model.Runtime;
import dev.assay.model.Warning;
import dev.assay.model.catalog.Workload;
import dev.assay.text.Plurals;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a run before its first sample: with the samples and the claims it is enough to analyze the run again.
 *
 * @param id the run's name, also its folder
 * @param startedAt when it began
 * @param assayVersion the version of Assay
 * @param profile its profile
 * @param seed from which order, padding and hash seeds come
 * @param blocks how many counted blocks are planned for each workload; of a run that stops by itself, the most
 * @param warmupBlocks how many blocks run before them, at the start of every session
 * @param sessions over how many sessions the counted blocks are spread, all with the same number of them
 * @param stopping when a workload is measured no further; null when the number of its blocks is fixed
 * @param options what was asked for, by name
 * @param commandLine what to type to do the same again
 * @param catalogSha256 the catalog's hash
 * @param claimsSha256 the hash of the claims with their rules as they stood before the first sample; null where nothing was claimed, and in runs of
 *     old, which did not say
 * @param workloads the workloads that are measured
 * @param sources their programs
 * @param trials what is measured, skipped ones included; floor and canary are not among them
 * @param floor the no-op's trial
 * @param canary two trials that start the same program, or none when nothing can serve
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
        Profile profile,
        long seed,
        int blocks,
        int warmupBlocks,
        int sessions,
        @Nullable StoppingPolicy stopping,
        Map<String, String> options,
        List<String> commandLine,
        String catalogSha256,
        @Nullable String claimsSha256,
        List<Workload> workloads,
        List<Source> sources,
        List<Trial> trials,
        Trial floor,
        List<Trial> canary,
        List<Toolchain> toolchains,
        Map<String, String> programs,
        Environment environment,
        List<Warning> warnings) {
    /** In place of the hash of a program that may be run and not read. */
    public static final String UNREADABLE = "unreadable";

    public RunHeader {
        if (sessions < 1 || blocks % sessions != 0) {
            throw new IllegalArgumentException(
                    blocks + " blocks cannot be split evenly over " + sessions + " sessions");
        }
        workloads = List.copyOf(workloads);
        sources = List.copyOf(sources);
        trials = List.copyOf(trials);
        canary = List.copyOf(canary);
        toolchains = List.copyOf(toolchains);
        programs = Collections.unmodifiableMap(new TreeMap<>(programs));
        warnings = List.copyOf(warnings);
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        commandLine = List.copyOf(commandLine);
    }

    /** Whether two of the user's commands are compared, and nothing of a catalog. */
    public boolean comparesCommands() {
        return !trials.isEmpty() && trials.stream().allMatch(trial -> trial.id().runtime() == Runtime.COMMAND);
    }

    /** The same with other warnings. */
    public RunHeader with(List<Warning> others) {
        return new RunHeader(
                id,
                startedAt,
                assayVersion,
                profile,
                seed,
                blocks,
                warmupBlocks,
                sessions,
                stopping,
                options,
                commandLine,
                catalogSha256,
                claimsSha256,
                workloads,
                sources,
                trials,
                floor,
                canary,
                toolchains,
                programs,
                environment,
                others);
    }

    /** How many of the counted blocks are planned for a session. */
    public int blocksOfSession() {
        return blocks / sessions;
    }

    /** The session, from 1, that a block belongs to. */
    public int session(int block) {
        return Math.min(sessions, 1 + block / (warmupBlocks + blocksOfSession()));
    }

    /** How much is measured of each workload, in words. */
    public String extent() {
        return (stopping == null
                        ? Plurals.count(blocks, "block")
                        : stopping.fewestBlocks() + " to " + blocks + " blocks, " + stopping.inWords())
                + (sessions == 1 ? "" : ", in " + sessions + " sessions");
    }
}
