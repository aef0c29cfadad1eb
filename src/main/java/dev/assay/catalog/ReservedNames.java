package dev.assay.catalog;

import dev.assay.model.run.CommandPair;
import java.util.Optional;
import java.util.Set;

/** Names that mean something else already: Assay's own trials would be mistaken for such a workload, or an option for such a name. */
final class ReservedNames {
    /** The no-op, the canary and the like. */
    private static final String OWN_SUITE = "noise";

    private static final Set<String> OPTIONS_OF_VARIANTS =
            Set.of(VariantSelection.ALL, VariantSelection.NONE, VariantSelection.CLAIMS);

    private ReservedNames() {}

    /** Why a workload or a probe cannot be called that; empty when it can. */
    static Optional<String> id(String id) {
        if (id.startsWith(OWN_SUITE + "/")) {
            return Optional.of("the suite '" + OWN_SUITE + "' is reserved; choose another name");
        }
        if (id.equals(CommandPair.WORKLOAD)) {
            return Optional.of("that is reserved for the commands of 'compare'; choose another name");
        }
        return id.startsWith(CatalogSelection.ALL + "/")
                ? Optional.of("--suite=" + CatalogSelection.ALL + " means every suite; choose another name")
                : Optional.empty();
    }

    /** Why a variant cannot be called that; empty when it can. */
    static Optional<String> variant(String variant) {
        return OPTIONS_OF_VARIANTS.contains(variant)
                ? Optional.of("--variants=" + variant + " means something else; choose another name")
                : Optional.empty();
    }
}
