package dev.assay.app;

import dev.assay.model.Warning;
import dev.assay.model.catalog.Workload;
import dev.assay.model.run.Source;
import dev.assay.model.run.Toolchain;
import dev.assay.model.run.Trial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run measures.
 *
 * @param catalogSha256 the catalog's hash; empty when nothing of it is measured
 * @param claimsSha256 the hash of the claims with their rules; null when nothing is claimed
 * @param workloads the workloads; none when the user's own commands are measured
 * @param sources their programs
 * @param trials what is measured, skipped ones included
 * @param toolchains what builds or interprets the programs
 * @param warnings what was noticed while all this was found
 */
public record RunSubject(
        String catalogSha256,
        @Nullable String claimsSha256,
        List<Workload> workloads,
        List<Source> sources,
        List<Trial> trials,
        List<Toolchain> toolchains,
        List<Warning> warnings) {
    /** The user's own commands, of which nothing is known but how they are started. */
    public static RunSubject ofCommands(List<Trial> trials, List<Source> files, List<Warning> warnings) {
        return new RunSubject("", null, List.of(), files, trials, List.of(), warnings);
    }
}
