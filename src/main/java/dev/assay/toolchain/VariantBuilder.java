package dev.assay.toolchain;

import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.model.catalog.Catalog;
import dev.assay.model.catalog.ClaimCoverage;
import dev.assay.text.Truncation;
import dev.assay.toolchain.host.Layout;
import dev.assay.toolchain.host.Programs;
import dev.assay.toolchain.host.RequestedPrograms;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Makes the programs that a run can do without. What fails is omitted, with the reason. */
final class VariantBuilder {
    private static final int LONGEST_REASON = 400;

    private final Languages languages;
    private final List<Layout> layouts;
    private final Map<Programs.Key, Programs.Built> built = new HashMap<>();
    private final Map<Programs.Key, String> skipped = new HashMap<>();
    private final Set<String> missing = new TreeSet<>();

    /**
     * @param languages what there is to build with
     * @param layouts the layouts of programs that Rust is compared with
     */
    VariantBuilder(Languages languages, List<Layout> layouts) {
        this.languages = languages;
        this.layouts = layouts;
    }

    /**
     * Makes each of them, or notes why it cannot be made. Where they were picked for the claims, what serves only claims that can no longer be
     * decided is not built: a crate may take a minute. So what needs packages of Python comes first.
     */
    void build(Catalog catalog, RequestedPrograms wanted) {
        ClaimCoverage coverage = new ClaimCoverage(
                catalog.claims(),
                wanted.workloads(),
                (workload, program) -> wanted.choice().takes(workload, program)
                        && !skipped.containsKey(new Programs.Key(workload, program)));
        boolean pickedForClaims =
                wanted.choice().forClaims() && !catalog.claims().isEmpty();
        wanted.optional().stream()
                .sorted(Comparator.comparing(program -> !needsPackagesOfPython(program)))
                .forEach(program -> {
                    if (pickedForClaims
                            && !needsPackagesOfPython(program)
                            && coverage.isPointless(
                                    program.workload(), program.implementation(), wanted.choice()::takes)) {
                        skipped.put(
                                program.key(), "its claims cannot be decided here, because other programs are skipped");
                    } else {
                        build(catalog, program);
                    }
                });
    }

    private static boolean needsPackagesOfPython(RequestedPrograms.Program program) {
        return program.implementation().runtime().python()
                && !program.implementation().needs().isEmpty();
    }

    private void build(Catalog catalog, RequestedPrograms.Program program) {
        try {
            built.put(program.key(), languages.of(program).buildVariant(catalog, program, layouts));
        } catch (ToolchainFailure e) {
            skipped.put(program.key(), reason(e.getMessage()));
            missing.addAll(e.packages());
        }
    }

    /** What can be started. */
    Map<Programs.Key, Programs.Built> built() {
        return built;
    }

    /** The packages of Debian and Ubuntu that bring what was missing. */
    Set<String> packages() {
        return missing;
    }

    /** What cannot, and why. */
    Map<Programs.Key, String> skipped() {
        return skipped;
    }

    /** The first line says what is wrong, the last one is the tool's own last word. */
    private static String reason(String message) {
        List<String> lines = message.lines().map(String::strip).toList();
        String last = lines.get(lines.size() - 1);
        String reason = lines.get(0) + (last.startsWith("| ") ? " Last output: " + last.substring(2) : "");
        return Truncation.start(reason, LONGEST_REASON);
    }
}
