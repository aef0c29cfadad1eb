package dev.assay.catalog;

import dev.assay.model.AssayException;
import dev.assay.model.catalog.Catalog;
import dev.assay.model.catalog.Claim;
import dev.assay.model.catalog.Probe;
import dev.assay.model.catalog.Rulebook;
import dev.assay.model.catalog.Workload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a folder of workloads, probes and claims. */
public final class CatalogReader {
    private CatalogReader() {}

    /**
     * Reads every {@code workload.json} below a folder, the {@code probes.json} of each suite, and the {@code claims.json} in it.
     *
     * <p>Folders whose names begin with a dot, and those called {@code target}, are passed over.
     *
     * @param root the folder of the workloads
     * @return the catalog, its workloads in the order of their ids
     * @throws AssayException.Malformed if anything is missing or wrong: a heading and a line for every problem of every file, 20 lines at
     *     most
     */
    public static Catalog read(Path root) {
        return read(root, false);
    }

    /**
     * Reads a folder of the user's, which may go without {@code claims.json}.
     *
     * @throws AssayException.Malformed as {@link #read(Path)}
     */
    public static Catalog readUsers(Path root) {
        return read(root, !Files.exists(root.resolve(ClaimsFile.NAME)));
    }

    private static Catalog read(Path root, boolean withoutClaims) {
        if (!Files.isDirectory(root)) {
            throw new AssayException.Malformed("The catalog " + root + " is not a folder; give the one that contains "
                    + ClaimsFile.NAME + " and the folders of the suites.");
        }
        CatalogProblems problems = new CatalogProblems();
        List<Workload> workloads = new WorkloadFiles(root, problems).read();
        Optional<Rulebook> claims = withoutClaims ? Optional.of(Rulebook.NONE) : ClaimsFile.read(root, problems);
        List<Probe> probes = new ProbeFiles(root, ids(claims), problems).read();
        problems.throwIfAny(root);
        return new Catalog(root, workloads, probes, claims.orElseThrow(), CatalogHash.compute(root, workloads, probes));
    }

    private static Set<String> ids(Optional<Rulebook> claims) {
        return claims.stream()
                .flatMap(content -> content.claims().stream())
                .map(Claim::id)
                .collect(Collectors.toSet());
    }
}
