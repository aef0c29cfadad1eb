package dev.assay.model.run;

import dev.assay.model.Runtime;

/**
 * The text of a program as it was measured.
 *
 * @param workload the workload's id
 * @param runtime the runtime
 * @param variant the variant
 * @param path the file, relative to the catalog
 * @param sha256 the hash of the text
 * @param build the command that built it, or an empty text
 * @param binaryBytes the size of what was built, 0 when nothing was
 * @param text the program, and behind it the files that it shares with others
 */
public record Source(
        String workload,
        Runtime runtime,
        String variant,
        String path,
        String sha256,
        String build,
        long binaryBytes,
        String text) {}
