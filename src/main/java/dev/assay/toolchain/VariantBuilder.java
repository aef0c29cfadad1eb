package dev.assay.toolchain;

import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.model.catalog.Catalog;
import dev.assay.model.catalog.ClaimCoverage;
import dev.assay.text.Truncation;
import dev.assay.toolchain.host.Compilation;
import dev.assay.toolchain.host.Layout;
import dev.assay.toolchain.host.Programs;
import dev.assay.toolchain.host.RequestedPrograms;
import dev.assay.toolchain.rust.RustLanguage;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** Makes the programs that a run can do without. What fails is omitted, with the reason. */
final class VariantBuilder {
    private static final int LONGEST_REASON = 400;

    private final Languages languages;
    private final Catalog catalog;
    private final RequestedPrograms wanted;
    private final List<Layout> layouts;
    private final ClaimCoverage coverage;
    private final Map<Programs.Key, Programs.Built> built = new ConcurrentHashMap<>();
    private final Map<Programs.Key, String> skipped = new ConcurrentHashMap<>();
    private final Set<String> missing = new ConcurrentSkipListSet<>();

    /**
     * @param languages what there is to build with
     * @param catalog where the programs lie
     * @param wanted what is asked for
     * @param layouts the layouts of programs that Rust is compared with
     */
    VariantBuilder(Languages languages, Catalog catalog, RequestedPrograms wanted, List<Layout> layouts) {
        this.languages = languages;
        this.catalog = catalog;
        this.wanted = wanted;
        this.layouts = layouts;
        this.coverage = new ClaimCoverage(
                catalog.claims(),
                wanted.workloads(),
                (workload, program) -> wanted.choice().takes(workload, program)
                        && !skipped.containsKey(new Programs.Key(workload, program)));
    }

    /** Makes each program that needs packages of Python, or notes why it cannot be made. */
    void buildWithPackages() {
        wanted.optional().stream().filter(VariantBuilder::needsPackagesOfPython).forEach(this::build);
    }

    /**
     * Makes the others: programs with crates beside the rest, of which libraries in Rust are the last. Crates take longest, and so does one of their
     * libraries; in two folders neither waits for the other. What the packages have made pointless is not built.
     */
    void buildOthers() {
        List<RequestedPrograms.Program> left = wanted.optional().stream()
                .filter(program -> !needsPackagesOfPython(program) && !isPointless(program))
                .toList();
        RustLanguage rust = languages.rust();
        List<RequestedPrograms.Program> inRust =
                left.stream().filter(rust::makes).toList();
        List<RequestedPrograms.Program> rest = left.stream()
                .filter(program -> !rust.makes(program))
                .sorted(Comparator.comparing(rust::contributes))
                .toList();
        Compilation.sideBySide(
                () -> {
                    rust.prepare(catalog, inRust);
                    inRust.forEach(this::build);
                },
                () -> rest.forEach(this::build));
    }

    /**
     * Whether the program serves only claims that can no longer be decided, where programs were picked for the claims. It is not built then: a
     * crate may take a minute.
     */
    private boolean isPointless(RequestedPrograms.Program program) {
        boolean pointless = wanted.choice().forClaims()
                && !catalog.claims().isEmpty()
                && coverage.isPointless(program.workload(), program.implementation(), wanted.choice()::takes);
        if (pointless) {
            skipped.put(program.key(), "its claims cannot be decided here, because other programs are skipped");
        }
        return pointless;
    }

    private static boolean needsPackagesOfPython(RequestedPrograms.Program program) {
        return program.implementation().runtime().python()
                && !program.implementation().needs().isEmpty();
    }

    private void build(RequestedPrograms.Program program) {
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
