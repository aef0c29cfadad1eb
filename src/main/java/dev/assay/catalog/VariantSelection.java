package dev.assay.catalog;

import dev.assay.model.AssayException;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.Catalog;
import dev.assay.model.catalog.Condition;
import dev.assay.model.catalog.Implementation;
import dev.assay.model.catalog.ProgramFilter;
import dev.assay.model.catalog.Workload;
import dev.assay.text.PrintableText;
import dev.assay.text.SpellingSuggestion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Picks the variants that the option {@code variants} asks for. The primary programs in Rust, Python and C are always among them. */
public final class VariantSelection {
    /** The variants that a claim's rule is about; in a catalog without claims all of them. */
    public static final String CLAIMS = "claims";
    /** The primary programs alone. */
    public static final String NONE = "none";
    /** Every variant. */
    public static final String ALL = "all";

    private final Catalog catalog;

    private VariantSelection(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The programs of some runtimes that the option asks for; it is read as by {@link #leftOut}. */
    public static ProgramFilter choice(Catalog catalog, Set<Runtime> runtimes, String option) {
        return new ProgramFilter(
                runtimes, leftOut(catalog, option), option.strip().equals(CLAIMS));
    }

    /**
     * The programs that are not asked for.
     *
     * @param catalog what there is to pick from
     * @param option {@code claims}, {@code none}, {@code all}, or globs of variants or of {@code runtime:variant}, with commas between them
     * @return the programs by {@link ProgramFilter#name}, each with the reason
     * @throws AssayException.Usage if a glob matches nothing in the catalog
     */
    public static Map<String, String> leftOut(Catalog catalog, String option) {
        VariantSelection selection = new VariantSelection(catalog);
        List<BiPredicate<Workload, Implementation>> wishes = CatalogSelection.words("variants", option).stream()
                .map(selection::wish)
                .toList();
        Map<String, String> leftOut = new HashMap<>();
        for (Workload workload : catalog.workloads()) {
            for (Implementation program : workload.implementations()) {
                if (!isPrimary(program) && wishes.stream().noneMatch(wish -> wish.test(workload, program))) {
                    leftOut.put(ProgramFilter.name(workload, program), reason(option));
                }
            }
        }
        return leftOut;
    }

    /** Whether a program is measured whatever the option says. */
    public static boolean isPrimary(Implementation program) {
        return program.primary() && !program.runtime().optional();
    }

    private static String reason(String option) {
        return option.strip().equals(CLAIMS)
                ? "not measured by default (--variants=all)"
                : "not selected (--variants=" + option.strip() + ")";
    }

    private BiPredicate<Workload, Implementation> wish(String word) {
        return switch (word) {
            case ALL -> (workload, program) -> true;
            case NONE -> (workload, program) -> false;
            case CLAIMS -> namedByClaims();
            default -> glob(word);
        };
    }

    private BiPredicate<Workload, Implementation> glob(String glob) {
        Pattern pattern = CatalogSelection.pattern(glob);
        BiPredicate<Workload, Implementation> wish =
                (workload, program) -> pattern.matcher(glob.contains(":") ? program.label() : program.variant())
                        .matches();
        List<String> labels = catalog.workloads().stream()
                .flatMap(workload -> workload.implementations().stream())
                .filter(program -> !isPrimary(program))
                .map(program -> glob.contains(":") ? program.label() : program.variant())
                .distinct()
                .sorted()
                .toList();
        if (labels.stream().noneMatch(label -> pattern.matcher(label).matches())) {
            List<String> known =
                    Stream.concat(Stream.of(CLAIMS, NONE, ALL), labels.stream()).toList();
            throw new AssayException.Usage("No variant matches " + PrintableText.quote(glob)
                    + SpellingSuggestion.clause(glob, known, "there are " + String.join(", ", known)));
        }
        return wish;
    }

    private BiPredicate<Workload, Implementation> namedByClaims() {
        if (catalog.claims().isEmpty()) {
            return (workload, program) -> true;
        }
        List<Condition.Quantity> quantities = catalog.claims().stream()
                .flatMap(claim -> Stream.ofNullable(claim.rule()))
                .flatMap(rule -> rule.quantities().stream())
                .toList();
        return (workload, program) -> quantities.stream().anyMatch(quantity -> quantity.names(workload, program));
    }
}
