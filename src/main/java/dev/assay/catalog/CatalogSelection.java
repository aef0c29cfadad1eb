package dev.assay.catalog;

import dev.assay.model.AssayException;
import dev.assay.model.catalog.Catalog;
import dev.assay.model.catalog.Probe;
import dev.assay.model.catalog.Workload;
import dev.assay.text.Plurals;
import dev.assay.text.PrintableText;
import dev.assay.text.SpellingSuggestion;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the options {@code --suite} and {@code --workload} ask for.
 *
 * @param workloads workloads, in the catalog's order
 * @param probes probes, in the catalog's order
 */
public record CatalogSelection(List<Workload> workloads, List<Probe> probes) {
    /** Stands for every suite. */
    public static final String ALL = "all";

    public CatalogSelection {
        workloads = List.copyOf(workloads);
        probes = List.copyOf(probes);
    }

    /** What one of them is known by. */
    private record Name(String id, String suite, String name) {
        static Name of(Workload workload) {
            return new Name(workload.id(), workload.suite(), workload.name());
        }

        static Name of(Probe probe) {
            return new Name(probe.id(), probe.suite(), probe.name());
        }
    }

    /**
     * The workloads and probes that are in one of the suites and match one of the globs.
     *
     * @param catalog what there is to pick from
     * @param suites names of suites with commas between them, or {@code all}
     * @param globs workloads and probes with commas between them, where {@code *} stands for any letters and {@code ?} for one; what holds a slash is
     *     compared with the whole id, the rest with the name behind the slash; {@code *} is every one
     * @return at least one of either
     * @throws AssayException.Usage if a suite does not exist or a glob matches nothing in the suites
     */
    public static CatalogSelection of(Catalog catalog, String suites, String globs) {
        Set<String> chosen = suites(catalog, suites);
        List<Name> inSuites = Stream.concat(
                        catalog.workloads().stream().map(Name::of),
                        catalog.probes().stream().map(Name::of))
                .filter(name -> chosen.contains(name.suite()))
                .toList();
        Set<String> matched = new HashSet<>();
        for (String glob : words("workload", globs)) {
            matching(glob, inSuites, chosen).forEach(name -> matched.add(name.id()));
        }
        return new CatalogSelection(
                catalog.workloads().stream()
                        .filter(workload -> matched.contains(workload.id()))
                        .toList(),
                catalog.probes().stream()
                        .filter(probe -> matched.contains(probe.id()))
                        .toList());
    }

    /** Without the workloads and probes that are tried only on request, unless one of the options that chose these names suites or workloads. */
    public CatalogSelection withoutUnnamed(String suites, String globs) {
        boolean named = !words("suite", suites).contains(ALL)
                || !words("workload", globs).contains("*");
        return named
                ? this
                : new CatalogSelection(
                        workloads.stream()
                                .filter(workload -> !workload.onRequest())
                                .toList(),
                        probes.stream()
                                .filter(probe -> !probe.procedure().how().onRequest())
                                .toList());
    }

    private static Set<String> suites(Catalog catalog, String option) {
        List<String> known = catalog.suites();
        Set<String> chosen = new LinkedHashSet<>();
        for (String suite : words("suite", option)) {
            if (suite.equals(ALL)) {
                chosen.addAll(known);
            } else if (known.contains(suite)) {
                chosen.add(suite);
            } else {
                List<String> choices =
                        Stream.concat(known.stream(), Stream.of(ALL)).toList();
                throw new AssayException.Usage("There is no suite " + PrintableText.quote(suite)
                        + SpellingSuggestion.question(suite, choices).orElse(".") + " There are: "
                        + String.join(", ", choices) + ".");
            }
        }
        return chosen;
    }

    private static List<Name> matching(String glob, List<Name> names, Set<String> suites) {
        Pattern pattern = pattern(glob);
        Function<Name, String> compared = glob.contains("/") ? Name::id : Name::name;
        List<Name> matching = names.stream()
                .filter(name -> pattern.matcher(compared.apply(name)).matches())
                .toList();
        if (matching.isEmpty()) {
            String ids = names.stream().map(Name::id).collect(Collectors.joining(", "));
            throw new AssayException.Usage("Nothing in the " + Plurals.noun(suites.size(), "suite") + " "
                    + String.join(", ", suites) + " matches " + PrintableText.quote(glob)
                    + SpellingSuggestion.question(
                                    glob, names.stream().map(compared).toList())
                            .orElse(".") + " There are: " + ids + ".");
        }
        return matching;
    }

    static Pattern pattern(String glob) {
        String regex = glob.chars()
                .mapToObj(c -> switch (c) {
                    case '*' -> "[^/]*";
                    case '?' -> "[^/]";
                    default -> Pattern.quote(Character.toString(c));
                })
                .collect(Collectors.joining());
        return Pattern.compile(regex);
    }

    static List<String> words(String option, String list) {
        List<String> words =
                Arrays.stream(list.split(",", -1)).map(String::strip).toList();
        if (words.contains("")) {
            throw new AssayException.Usage("The option '" + option + "' contains an empty name: "
                    + PrintableText.quote(list) + "; separate names with commas.");
        }
        return words;
    }
}
