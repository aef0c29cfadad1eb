package dev.assay.cli.option;

import dev.assay.catalog.VariantSelection;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.Profile;
import dev.assay.model.Runtime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which programs of the workloads are measured, and in how many builds. */
public final class ProgramOptions {
    private static final Set<Runtime> MEASURABLE = EnumSet.range(Runtime.RUST, Runtime.PYTHON_FT);

    private static final int USUAL_BUILDS = 3;
    private static final int MAX_BUILDS = 50;

    @Option(
            names = "--runtimes",
            split = ",",
            paramLabel = "NAME",
            defaultValue = "rust,python,c,pypy,python-ft",
            description =
                    "Runtimes to measure: rust, python, c, pypy, python-ft (default: all; the last two if found).")
    private List<String> runtimes = List.of();

    @Option(
            names = "--variants",
            paramLabel = "GLOB[,GLOB]",
            description =
                    "Variants to measure besides the primary programs: claims (those that a claim needs; default), none (default"
                            + " of smoke), all, or names such as numpy, rust:* or pypy:std.")
    private @Nullable String variants;

    @Option(
            names = "--builds",
            paramLabel = "N",
            description =
                    "Number of code layouts to build of Rust and C programs when both are measured (default: 3; smoke: 1).")
    private @Nullable Integer builds;

    /**
     * Whose programs are measured.
     *
     * @throws Usage if one is not known, or none is named
     */
    public Set<Runtime> runtimes() {
        Set<Runtime> wanted = EnumSet.noneOf(Runtime.class);
        for (String name : runtimes) {
            wanted.add(MEASURABLE.stream()
                    .filter(runtime -> runtime.toString().equals(name.strip().toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new Usage("--runtimes=" + name + " is not valid: give one or more of "
                            + MEASURABLE.stream().map(Runtime::toString).collect(Collectors.joining(", ")) + ".")));
        }
        if (wanted.isEmpty()) {
            throw new Usage(
                    "--runtimes= is empty. Give one or more of rust, python, c, pypy, python-ft, or omit the option.");
        }
        return wanted;
    }

    /** Which variants are measured, as {@link VariantSelection} reads it. A smoke run decides no claim, and building them takes minutes. */
    public String variants(Profile profile) {
        String asked = variants;
        if (asked != null) {
            return asked;
        }
        return profile == Profile.SMOKE ? VariantSelection.NONE : VariantSelection.CLAIMS;
    }

    /**
     * How many builds there are: one where Rust and C do not meet, for the layout of code matters between close figures alone.
     *
     * @throws Usage if the option is out of range
     */
    public int builds(Set<Runtime> wanted, Profile profile) {
        Integer asked = builds;
        if (asked != null && (asked < 1 || asked > MAX_BUILDS)) {
            throw new Usage("--builds=" + asked + " is out of range: give 1 to " + MAX_BUILDS + ", such as 3.");
        }
        if (!wanted.containsAll(Set.of(Runtime.RUST, Runtime.C))) {
            return 1;
        }
        return asked != null ? asked : profile == Profile.SMOKE ? 1 : USUAL_BUILDS;
    }
}
