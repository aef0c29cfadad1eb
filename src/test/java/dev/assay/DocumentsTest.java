package dev.assay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.catalog.CatalogReader;
import dev.assay.model.Runtime;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page of the project: its links, its words, and what scripts read out of it. */
class DocumentsTest {
    private static final Path SITE = Path.of("src/site/markdown");

    /** Words that were given up for plainer ones. CONTRIBUTING shows them, in italics. */
    private static final Pattern RETIRED =
            Pattern.compile("\\bmend|\\bheld against\\b|\\bso many\\b|\\bis no\\b|\\bof one's own\\b"
                    + "|\\bof the user's own\\b|\\bwhat came of\\b|\\bcatalogue");

    /** Those that the pages which were written anew do not have either. */
    private static final Pattern RETIRED_TOO =
            Pattern.compile("\\bkernel times?\\b|\\bgoes on with\\b|\\bknown so well\\b|\\bis left out\\b");

    private static final int MOST_WORDS = 1800;

    private static final Path JAVA = Path.of("src/main/java/dev/assay");
    private static final Pattern NAMED = Pattern.compile("`([\\w./-]+)`");
    private static final Pattern SOURCE = Pattern.compile(".*/.*\\.(java|rs|mustache|schema\\.json)");
    private static final Pattern CLASS = Pattern.compile("[A-Z][a-z]+[A-Z]\\w+");

    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(Stream.of(
                        "README.md",
                        "CONTRIBUTING.md",
                        "CHANGELOG.md",
                        "workloads/README.md",
                        "results/README.md",
                        "src/main/rust/README.md")
                .map(Path::of)
                .toList());
        pages.addAll(site());
        return pages;
    }

    static List<Path> site() throws IOException {
        try (Stream<Path> files = Files.list(SITE)) {
            return files.sorted().toList();
        }
    }

    static Stream<Path> writtenAnew() throws IOException {
        return Stream.concat(Stream.of("README.md", "CONTRIBUTING.md").map(Path::of), site().stream());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) {
        MarkdownPage read = MarkdownPage.read(page);
        List<String> broken = read.links().stream()
                .filter(link -> !link.startsWith("https://"))
                .filter(link -> !leadsSomewhere(page, link))
                .toList();
        assertThat(broken).as("links of %s that lead nowhere", page).isEmpty();
    }

    private static boolean leadsSomewhere(Path page, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty()
                ? page
                : Objects.requireNonNullElse(page.getParent(), Path.of(""))
                        .resolve(URLDecoder.decode(parts[0], StandardCharsets.UTF_8))
                        .normalize();
        return Files.exists(target)
                && (parts.length == 1 || MarkdownPage.read(target).anchors().contains(parts[1]));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noWordIsOneThatWasGivenUp(Path page) {
        assertThat(found(RETIRED, page)).as("retired words in %s", page).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("writtenAnew")
    void norIsAnyOfThese(Path page) {
        assertThat(found(RETIRED_TOO, page)).as("retired words in %s", page).isEmpty();
    }

    /** With some words before and behind. Code and what is in italics does not count; a phrase may go over the end of a line. */
    private static List<String> found(Pattern words, Path page) {
        String text = MarkdownPage.read(page).prose().stream()
                .map(line -> line.replaceAll("`[^`]*`|(?<!\\*)\\*[^*]+\\*(?!\\*)", ""))
                .map(String::strip)
                .collect(Collectors.joining(" "));
        return Pattern.compile(".{0,30}(?:" + words + ").{0,30}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** A class that was renamed, or a file that was moved, is called otherwise here too. */
    @ParameterizedTest
    @ValueSource(strings = {"CONTRIBUTING.md", "src/site/markdown/architecture.md"})
    void everyFileAndClassThatIsNamedIsThere(Path page) throws IOException {
        Set<String> classes = classes();
        List<String> missing = NAMED.matcher(
                        String.join("\n", MarkdownPage.read(page).prose()))
                .results()
                .map(named -> named.group(1))
                .filter(name -> !name.contains("/Foo"))
                .filter(name -> SOURCE.matcher(name).matches()
                        ? !Files.exists(Path.of(name)) && !Files.exists(JAVA.resolve(name))
                        : CLASS.matcher(name).matches() && !classes.contains(name))
                .toList();
        assertThat(missing).as("what %s names and is not there", page).isEmpty();
    }

    private static Set<String> classes() throws IOException {
        Set<String> classes = new TreeSet<>(Set.of("RuntimeException"));
        for (String root : List.of("src", "benchmarks")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".java"))
                        .map(name -> name.replace(".java", ""))
                        .forEach(classes::add);
            }
        }
        return classes;
    }

    @Test
    void everyWorkloadHasItsRow() {
        List<String> rows = MarkdownPage.read(Path.of("workloads/README.md")).rows("workload").stream()
                .map(cells -> cells.get(0))
                .toList();
        assertThat(CatalogReader.read(Path.of("workloads")).workloads())
                .allSatisfy(workload -> assertThat(rows)
                        .as(workload.id())
                        .anyMatch(row -> row.contains("`" + workload.id() + "`")
                                || (row.startsWith("`" + workload.suite() + "/")
                                        && row.contains("`"
                                                + workload.id()
                                                        .substring(
                                                                workload.suite().length() + 1) + "`"))));
    }

    /** The README is the front page; everything else has a page of its own. */
    @Test
    void theReadmeIsShort() {
        assertThat(MarkdownPage.read(Path.of("README.md")).text().strip().split("\\s+"))
                .hasSizeLessThanOrEqualTo(MOST_WORDS);
    }

    @Test
    void theReadmeHasTheCommandsAndThePackagesThatScriptsTakeFromIt() {
        String readme = MarkdownPage.read(Path.of("README.md")).text();
        assertThat(readme).contains("\n    mvn exec:java -Dsuite=all\n", "\n    mvn verify\n", "rustc-web cargo-web");
        assertThat(readme.lines().filter(line -> line.startsWith("    sudo apt install ")))
                .as(".ci/bare-root installs what this line names")
                .hasSize(1)
                .allMatch(line -> line.contains(" rustc cargo "));
    }

    /** The smoke run passes over programs that were skipped for one of these reasons, so they must be reasons that are still given. */
    @Test
    void theSmokeRunExcusesReasonsThatAreStillGiven() throws IOException {
        String excused = Files.readAllLines(Path.of(".ci/run")).stream()
                .filter(line -> line.startsWith("excused = "))
                .collect(Collectors.joining());
        List<String> reasons = Pattern.compile("\"([^\"]+)\"")
                .matcher(excused)
                .results()
                .map(reason -> reason.group(1))
                .toList();
        assertThat(reasons).hasSizeGreaterThan(2);
        String sources = sources();
        String missing = " was not found";
        assertThat(reasons)
                .allSatisfy(reason -> assertThat(
                                reason.endsWith(missing) && titles().contains(reason.replace(missing, ""))
                                        ? missing + ": no "
                                        : reason)
                        .as(reason)
                        .matches(sources::contains));
    }

    private static Set<String> titles() {
        return Stream.concat(Runtime.all().stream().map(Runtime::title), Stream.of("clang"))
                .collect(Collectors.toSet());
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(JAVA)) {
            StringBuilder sources = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sources.append(Files.readString(file));
            }
            return sources.toString();
        }
    }

    @Test
    void theReadmeLinksEveryPage() throws IOException {
        assertThat(MarkdownPage.read(Path.of("README.md")).links())
                .containsAll(site().stream().map(Path::toString).toList());
    }
}
