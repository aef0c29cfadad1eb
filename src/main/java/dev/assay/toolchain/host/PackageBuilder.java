package dev.assay.toolchain.host;

import dev.assay.model.catalog.PackageSetup;
import dev.assay.model.run.ProbeBuild;
import java.nio.file.Path;

/** Builds packages that somebody published, with the tools of today. */
public interface PackageBuilder {
    /**
     * Builds a package and a program that loads it. Every end is a result.
     *
     * @param published the package
     * @param pins the file that pins it and what it needs
     * @param program the program's source
     * @param folder where all of it is made; emptied before
     */
    ProbeBuild build(PackageSetup published, Path pins, Path program, Path folder);
}
