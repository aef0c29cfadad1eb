package dev.assay.toolchain.host;

import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.Catalog;
import dev.assay.model.run.Toolchain;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What Assay does with the tools of one language: it finds and describes them, builds programs and probes with them, and says how to install
 * what is missing. Whether its programs can be measured, and their color and shape in charts, its {@link #runtime} says.
 *
 * <p>Every method looks for the tools when it needs them, and at most once. Where they are missing, it throws a {@link ToolchainFailure}: the
 * message says how to install them, and {@link ToolchainFailure#packages} which packages of Debian and Ubuntu bring them.
 */
public interface LanguageTools {
    /** Whose programs these tools make. */
    Runtime runtime();

    /**
     * Finds and describes the tools that a run takes.
     *
     * @throws ToolchainFailure if they are missing, too old or do not work
     */
    Toolchain find();

    /**
     * All tools that could serve, first those that {@link #find} takes.
     *
     * @throws ToolchainFailure as find does
     */
    default List<Toolchain> survey() {
        return List.of(find());
    }

    /** Whether these tools make a program. */
    default boolean makes(RequestedPrograms.Program program) {
        return program.of(runtime());
    }

    /** Whether these tools make a part of a program that others make. */
    default boolean contributes(RequestedPrograms.Program program) {
        return false;
    }

    /**
     * Builds programs that a run needs.
     *
     * @param layouts the layouts beside the plain one; only for runtimes whose programs can be linked in several
     * @throws ToolchainFailure if one cannot be built
     */
    Map<Programs.Key, Programs.Built> build(
            Catalog catalog, List<RequestedPrograms.Program> programs, List<Layout> layouts);

    /**
     * Builds a program that a run can do without.
     *
     * @throws ToolchainFailure if it cannot be built; in one line
     */
    Programs.Built buildVariant(Catalog catalog, RequestedPrograms.Program program, List<Layout> layouts);

    /**
     * What compiles or interprets probes.
     *
     * @throws ToolchainFailure if there is none
     */
    default ProbeTool probes() {
        throw new ToolchainFailure("no probe can be written in " + runtime().title());
    }

    /**
     * What checks the types of probes without running them; it is installed first if need be.
     *
     * @param catalogRoot the folder of the catalog that pins it
     * @throws ToolchainFailure if there is none; in one line
     */
    default ProbeTool checker(Path catalogRoot) {
        throw new ToolchainFailure("nothing checks the types of " + runtime().title() + " without running it");
    }

    /**
     * What builds packages that others published; it is installed first if need be.
     *
     * @param catalogRoot the folder of the catalog that pins it
     * @throws ToolchainFailure if there is none; in one line
     */
    default PackageBuilder packages(Path catalogRoot) {
        throw new ToolchainFailure("no package of " + runtime().title() + " is built");
    }

    /**
     * How the package manager is called; it is installed first if need be.
     *
     * @param catalogRoot the folder of the catalog that pins it
     * @return a command whose paths are absolute
     * @throws ToolchainFailure if there is none; in one line
     */
    default List<String> packageManager(Path catalogRoot) {
        throw new ToolchainFailure("no package manager of " + runtime().title() + " is known");
    }

    /**
     * Builds a native library that a Python loads.
     *
     * @throws ToolchainFailure if it cannot be built; in one line
     */
    default void build(NativeLibrary library) {
        throw new ToolchainFailure("no library can be written in " + runtime().title());
    }
}
