package dev.assay.doctor;

import dev.assay.console.DefinitionList;
import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.Catalog;
import dev.assay.model.catalog.Implementation;
import dev.assay.model.catalog.Probe;
import dev.assay.model.catalog.Workload;
import dev.assay.model.run.Toolchain;
import dev.assay.text.NameList;
import dev.assay.toolchain.Builder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a catalog's compilers, interpreters and packages is here, and which programs would be left out.
 *
 * @param catalog the catalog, or as much of it as is asked about
 * @param builder looks for them
 * @param offline whether nothing may be fetched
 */
public record ToolAvailability(Catalog catalog, Builder builder, boolean offline) {

    /** Shows it. */
    public void print(DefinitionList sheet) {
        sheet.heading("runtimes here");
        Stream.concat(
                        programs().map(Implementation::runtime),
                        catalog.probes().stream().map(Probe::runtime))
                .distinct()
                .sorted()
                .forEach(runtime -> sheet.entry(runtime.toString(), runtime(runtime)));
        if (programs().anyMatch(ToolAvailability::byClang)) {
            sheet.entry(
                    "clang",
                    builder.clang()
                            .map(ToolAvailability::described)
                            .orElse("missing: sudo apt install clang" + leftOut(ToolAvailability::byClang)));
        }
        packages(sheet);
    }

    private String runtime(Runtime runtime) {
        try {
            return described(builder.describe(runtime));
        } catch (ToolchainFailure e) {
            String problem = "missing: " + e.getMessage().lines().findFirst().orElse("");
            return runtime.optional()
                    ? problem + leftOut(program -> program.runtime() == runtime)
                    : problem + "\nRuns that need it would stop. Use -Druntimes=... without " + runtime
                            + " to skip its programs.";
        }
    }

    private void packages(DefinitionList sheet) {
        Predicate<Implementation> python = program ->
                program.runtime() == Runtime.PYTHON && !program.needs().isEmpty();
        if (programs().anyMatch(python)) {
            sheet.entry("Python packages", python(python));
        }
        Predicate<Implementation> rust =
                program -> program.runtime() == Runtime.RUST && !program.needs().isEmpty();
        if (programs().anyMatch(rust)) {
            sheet.entry(
                    "crates",
                    needs(rust)
                            + (offline
                                    ? ": skipped if cargo has not downloaded them before (--offline)"
                                    : ": downloaded by cargo when needed; skipped if that fails"));
        }
    }

    private String python(Predicate<Implementation> needy) {
        Predicate<Implementation> installed = needy.and(this::hasPackages);
        Predicate<Implementation> missing = needy.and(installed.negate());
        List<String> lines = new ArrayList<>();
        if (programs().anyMatch(installed)) {
            lines.add(needs(installed) + ": installed");
        }
        if (programs().anyMatch(missing)) {
            lines.add(needs(missing)
                    + (offline
                            ? ": not installed yet, and --offline does not allow downloads" + leftOut(missing)
                            : ": not installed yet; downloaded when needed; skipped if that fails"));
        }
        return String.join("\n", lines);
    }

    private boolean hasPackages(Implementation program) {
        return found(Runtime.PYTHON)
                .filter(interpreter -> builder.hasPackages(interpreter, catalog, program.needs()))
                .isPresent();
    }

    private Optional<Toolchain> found(Runtime runtime) {
        try {
            return Optional.of(builder.describe(runtime));
        } catch (ToolchainFailure e) {
            return Optional.empty();
        }
    }

    private static boolean byClang(Implementation program) {
        return program.compiler() == Implementation.Compiler.CLANG;
    }

    private Stream<Implementation> programs() {
        return catalog.workloads().stream().flatMap(workload -> workload.implementations().stream());
    }

    private String needs(Predicate<Implementation> wanted) {
        return programs()
                .filter(wanted)
                .flatMap(program -> program.needs().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** In a line of its own, the workloads of which a program would be left out. */
    private String leftOut(Predicate<Implementation> missing) {
        List<String> ids = catalog.workloads().stream()
                .filter(workload -> workload.implementations().stream().anyMatch(missing))
                .map(Workload::id)
                .toList();
        return "\nIts programs would be skipped: " + NameList.first(ids);
    }

    private static String described(Toolchain toolchain) {
        return toolchain.version() + "  " + toolchain.path();
    }
}
