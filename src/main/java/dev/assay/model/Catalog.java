package dev.assay.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * All that can be measured and all that is claimed.
 *
 * @param root the folder of the workloads
 * @param workloads the workloads, by id
 * @param article where the claims come from
 * @param claims the claims, in the order of the file
 * @param sha256 the hash over every manifest, program and the claims: two runs compare only if it is the same
 */
public record Catalog(Path root, List<Workload> workloads, Article article, List<Claim> claims, String sha256) {
    public Catalog {
        workloads = List.copyOf(workloads);
        claims = List.copyOf(claims);
    }

    /** The names of the suites, in order. */
    public List<String> suites() {
        return workloads.stream().map(Workload::suite).distinct().sorted().toList();
    }

    /** The workload of that id. */
    public Optional<Workload> workload(String id) {
        return workloads.stream().filter(workload -> workload.id().equals(id)).findFirst();
    }

    /** The folder that holds a workload's programs. */
    public Path folder(Workload workload) {
        return root.resolve(workload.id());
    }
}
