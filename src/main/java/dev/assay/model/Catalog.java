package dev.assay.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that can be measured and all that is claimed.
 *
 * @param root the folder of the workloads
 * @param workloads the workloads, by id
 * @param probes the probes, by suite and in the order of their files
 * @param article where the claims come from
 * @param claims the claims, in the order of the file
 * @param sha256 the hash over every manifest, program and the claims: two runs compare only if it is the same
 */
public record Catalog(
        Path root, List<Workload> workloads, List<Probe> probes, Article article, List<Claim> claims, String sha256) {
    public Catalog {
        workloads = List.copyOf(workloads);
        probes = List.copyOf(probes);
        claims = List.copyOf(claims);
    }

    /** Without probes. */
    public Catalog(Path root, List<Workload> workloads, Article article, List<Claim> claims, String sha256) {
        this(root, workloads, List.of(), article, claims, sha256);
    }

    /** The names of the suites, in order. */
    public List<String> suites() {
        return Stream.concat(
                        workloads.stream().map(Workload::suite), probes.stream().map(Probe::suite))
                .distinct()
                .sorted()
                .toList();
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
