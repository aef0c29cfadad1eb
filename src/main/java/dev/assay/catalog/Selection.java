package dev.assay.catalog;

import dev.assay.model.AssayException;
import dev.assay.model.Catalog;
import dev.assay.model.Workload;
import dev.assay.schema.Nearest;
import dev.assay.schema.Text;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Picks the workloads that the options {@code suite} and {@code workload} ask for. */
public final class Selection {
    /** Stands for every suite. */
    public static final String ALL = "all";

    private Selection() {}

    /**
     * The workloads that are in one of the suites and match one of the globs.
     *
     * @param catalog what there is to pick from
     * @param suites names of suites with commas between them, or {@code all}
     * @param globs workloads with commas between them, where {@code *} stands for any letters and {@code ?} for one; what holds a slash is
     *     compared with the whole id, the rest with the name behind the slash; {@code *} is every workload
     * @return at least one workload, in the catalogue's order
     * @throws AssayException.Usage if a suite does not exist or a glob matches nothing in the suites
     */
    public static List<Workload> of(Catalog catalog, String suites, String globs) {
        Set<String> chosen = suites(catalog, suites);
        List<Workload> inSuites = catalog.workloads().stream()
                .filter(workload -> chosen.contains(workload.suite()))
                .toList();
        Set<Workload> matched = new LinkedHashSet<>();
        for (String glob : words("workload", globs)) {
            matched.addAll(matching(glob, inSuites, chosen));
        }
        return inSuites.stream().filter(matched::contains).toList();
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
                throw new AssayException.Usage("There is no suite " + Text.quoted(suite) + didYouMean(suite, choices)
                        + " There are: " + String.join(", ", choices) + ".");
            }
        }
        return chosen;
    }

    private static List<Workload> matching(String glob, List<Workload> workloads, Set<String> suites) {
        Pattern pattern = pattern(glob);
        boolean wholeId = glob.contains("/");
        List<Workload> matching = workloads.stream()
                .filter(workload -> pattern.matcher(wholeId ? workload.id() : workload.name())
                        .matches())
                .toList();
        if (matching.isEmpty()) {
            List<String> choices = workloads.stream()
                    .map(workload -> wholeId ? workload.id() : workload.name())
                    .toList();
            String ids = workloads.stream().map(Workload::id).collect(Collectors.joining(", "));
            throw new AssayException.Usage(
                    "No workload of " + (suites.size() == 1 ? "the suite " : "the suites ") + String.join(", ", suites)
                            + " matches " + Text.quoted(glob) + didYouMean(glob, choices) + " There are: " + ids + ".");
        }
        return matching;
    }

    private static String didYouMean(String word, List<String> choices) {
        return Nearest.to(word, choices)
                .map(nearest -> "; did you mean '" + nearest + "'?")
                .orElse(".");
    }

    private static Pattern pattern(String glob) {
        String regex = glob.chars()
                .mapToObj(c -> switch (c) {
                    case '*' -> "[^/]*";
                    case '?' -> "[^/]";
                    default -> Pattern.quote(Character.toString(c));
                })
                .collect(Collectors.joining());
        return Pattern.compile(regex);
    }

    private static List<String> words(String option, String list) {
        List<String> words =
                Arrays.stream(list.split(",", -1)).map(String::strip).toList();
        if (words.contains("")) {
            throw new AssayException.Usage("The option '" + option + "' has an empty name in " + Text.quoted(list)
                    + "; write names with commas between them.");
        }
        return words;
    }
}
