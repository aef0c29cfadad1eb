package dev.assay.app;

import dev.assay.catalog.CatalogReader;
import dev.assay.catalog.VariantSelection;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.Profile;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.Catalog;
import dev.assay.model.catalog.ProgramFilter;
import dev.assay.model.catalog.Workload;
import dev.assay.model.run.Trial;
import dev.assay.plan.Planner;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The program of Assay's own that watches over the noise where the user's programs are measured: nobody knows of those whether they are
 * steady. It is in Rust, which the meter takes anyway.
 *
 * @param catalog Assay's own
 * @param workload whose program it is
 */
public record FallbackCanary(Catalog catalog, Workload workload) {
    /**
     * Picks it.
     *
     * @throws Usage if nothing can serve
     */
    public static FallbackCanary of(AssayHome home) {
        Catalog catalog = CatalogReader.read(home.workloads());
        return in(catalog)
                .orElseThrow(() -> new Usage("The catalog " + catalog.root()
                        + " has no workload for the A/A check: it needs a Rust program that reports its work time and takes no input."
                        + " Use Assay's own workloads, with -Dassay.home=DIR."));
    }

    /** The one of a catalog; empty when nothing in it can serve. */
    static Optional<FallbackCanary> in(Catalog catalog) {
        return Planner.steady(catalog.workloads()).stream()
                .filter(workload -> workload.implementations().stream()
                        .anyMatch(program -> program.primary() && program.runtime() == Runtime.RUST))
                .findFirst()
                .map(workload -> new FallbackCanary(catalog, workload));
    }

    /** Its program alone. */
    public ProgramFilter choice() {
        return VariantSelection.choice(catalog, Set.of(Runtime.RUST), VariantSelection.NONE);
    }

    /** The two trials that start it, once it is built. */
    public List<Trial> trials(Profile profile, Planner.Commands commands) {
        return new Planner(profile, choice(), List.of(1), commands).canary(List.of(workload));
    }
}
