package dev.assay.cli.option;

import dev.assay.catalog.CatalogSelection;
import dev.assay.model.Catalog;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that pick from a catalogue. */
public final class SelectionOptions {
    @Option(
            names = "--suite",
            paramLabel = "NAME[,NAME]",
            defaultValue = CatalogSelection.ALL,
            description = "Suites, or 'all' (default).")
    private String suites = CatalogSelection.ALL;

    @Option(
            names = "--workload",
            paramLabel = "GLOB[,GLOB]",
            defaultValue = "*",
            description = "Only these workloads and probes, such as nbody or memory/* (default: all).")
    private String workloads = "*";

    /**
     * What they pick.
     *
     * @throws dev.assay.model.AssayException.Usage if a name is not known
     */
    public CatalogSelection of(Catalog catalog) {
        return CatalogSelection.of(catalog, suites, workloads);
    }

    /** Whether nothing is left out. */
    public boolean isAll() {
        return suites.equals(CatalogSelection.ALL) && workloads.equals("*");
    }

    /** Picks these workloads, with commas between them, instead. */
    public void only(String names) {
        workloads = names;
    }

    /** As a run records them. */
    public Map<String, String> recorded() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("suite", suites);
        options.put("workload", workloads);
        return options;
    }

    /** As they are typed. */
    @Override
    public String toString() {
        return "--suite=" + suites + " and --workload=" + workloads;
    }
}
