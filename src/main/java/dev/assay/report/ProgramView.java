package dev.assay.report;

import dev.assay.chart.Numbers;
import dev.assay.model.Implementation;
import dev.assay.model.Source;

/**
 * A program's text.
 *
 * @param workload the workload
 * @param name runtime and variant
 * @param path its file
 * @param sha256 its hash
 * @param lines how many lines it has
 * @param build the command that built it; empty when nothing was built
 * @param binary the size of what was built; empty when nothing was
 * @param text the program
 */
record ProgramView(
        String workload,
        String name,
        String path,
        String sha256,
        String lines,
        String build,
        String binary,
        String text) {
    static ProgramView of(Source source) {
        String variant = source.variant().equals(Implementation.PRIMARY) ? "" : " " + source.variant();
        return new ProgramView(
                source.workload(),
                source.runtime().title() + variant,
                source.path(),
                source.sha256(),
                Numbers.count(source.text().lines().count()),
                source.build(),
                source.binaryBytes() > 0 ? Numbers.bytes((double) source.binaryBytes()) : "",
                source.text());
    }

    boolean hasBuild() {
        return !build.isEmpty();
    }

    boolean built() {
        return !binary.isEmpty();
    }
}
