package dev.assay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page about the architecture compared with the rules that {@link ArchitectureTest} enforces. */
class ArchitecturePageTest {
    private static final Pattern ARROW = Pattern.compile("(?m)^ {4}([\\w.]+) --> ([\\w.]+)$");

    /** How the page calls the libraries. What owns none is not on it. */
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("org.apache.commons.exec..", "Commons Exec"),
            Map.entry("org.knowm.xchart..", "XChart"),
            Map.entry("picocli..", "picocli"),
            Map.entry("io.jstach..", "JStachio"),
            Map.entry("com.networknt..", "JSON Schema"),
            Map.entry("org.apache.commons.statistics..", "Commons Statistics"),
            Map.entry("org.apache.commons.numbers..", "Commons Numbers"),
            Map.entry("com.fasterxml..", "Jackson"),
            Map.entry("tools.jackson..", "Jackson"));

    private final MarkdownPage page = MarkdownPage.read(Path.of("src/site/markdown/architecture.md"));

    @Test
    void thePictureHasTheArrowsThatAreAllowed() {
        Map<String, Set<String>> drawn = new TreeMap<>();
        ARROW.matcher(page.text())
                .results()
                .forEach(arrow -> drawn.computeIfAbsent(arrow.group(1), name -> new TreeSet<>())
                        .add(arrow.group(2)));
        Map<String, Set<String>> allowed = ArchitectureTest.KNOWS.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

        assertThat(drawn).isEqualTo(allowed);
    }

    @Test
    void theTableHasEveryPackageWithTheLibrariesThatItOwns() {
        Map<String, Set<String>> owned = new TreeMap<>();
        ArchitectureTest.KNOWS.keySet().forEach(name -> owned.put(name, new TreeSet<>()));
        ArchitectureTest.MODEL.keySet().forEach(name -> owned.put(name, new TreeSet<>()));
        owned.put("cli", new TreeSet<>());
        owned.put("cli.option", new TreeSet<>());
        ArchitectureTest.LIBRARIES.forEach((library, owners) ->
                owners.forEach(owner -> owned.get(owner).add(TITLES.getOrDefault(library, library))));
        Map<String, Set<String>> listed = new TreeMap<>();
        for (List<String> cells : page.rows("package")) {
            Set<String> libraries = new TreeSet<>(List.of(cells.get(2).split(", ")));
            libraries.remove("");
            listed.put(cells.get(0).replace("`", ""), libraries);
        }

        assertThat(listed).isEqualTo(owned);
    }
}
