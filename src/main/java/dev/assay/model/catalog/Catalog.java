package dev.assay.model.catalog;

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
 * @param rules what is claimed, and by which rules that is decided
 * @param sha256 the hash over every manifest, program and the claims: two runs compare only if it is the same
 */
public record Catalog(Path root, List<Workload> workloads, List<Probe> probes, Rulebook rules, String sha256) {
    public Catalog {
        workloads = List.copyOf(workloads);
        probes = List.copyOf(probes);
    }

    /** Without probes, and with claims that stand in no file. */
    public Catalog(Path root, List<Workload> workloads, Article article, List<Claim> claims, String sha256) {
        this(root, workloads, List.of(), Rulebook.of(article, claims), sha256);
    }

    /** Where the claims come from. */
    public Article article() {
        return rules.article();
    }

    /** The claims, in the order of the file. */
    public List<Claim> claims() {
        return rules.claims();
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
