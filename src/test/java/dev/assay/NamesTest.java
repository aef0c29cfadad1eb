package dev.assay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names of classes and methods. */
class NamesTest {
    private static final List<Path> ROOTS = List.of(Path.of("src"), Path.of("benchmarks"));

    /** Names that were given up for the field's terms. */
    private static final Set<String> RETIRED = Set.of(
            "Allotment",
            "Attainable",
            "Beside",
            "Checkup",
            "Chronicle",
            "Conversation",
            "Dialogue",
            "Doubt",
            "Endings",
            "Extent",
            "Gap",
            "Glance",
            "Growth",
            "Ink",
            "Inquiry",
            "Interview",
            "Judge",
            "Machinery",
            "Marks",
            "Measured",
            "Movement",
            "Night",
            "Outlook",
            "Pinned",
            "Places",
            "Poster",
            "ProbeSitting",
            "Publication",
            "Reading",
            "Readings",
            "Rehearsal",
            "Reviewer",
            "Screened",
            "Screening",
            "Sentences",
            "Settling",
            "Sheet",
            "Slot",
            "Sought",
            "Spanning",
            "Spending",
            "Standing",
            "Strength",
            "Strip",
            "Subject",
            "Survey",
            "Sweep",
            "Tracked",
            "Tracking",
            "TwoRuns",
            "Typical",
            "Unusable",
            "Wanted",
            "Widened",
            "Wording",
            "Words",
            "Workbench");

    /** A method whose name is only a preposition or a form of <i>to be</i> does not say what it does. */
    private static final Pattern WORDLESS = Pattern.compile(
            "^ {4}(?: {4})?(?:(?:public|private|protected|static|final|default) )*(?:<[^>]+> )?(?!return|new|throw| )"
                    + "(?:@Nullable )?[\\w.<>?, @\\[\\]]+ (?:on|at|are|is|said|told)\\(",
            Pattern.MULTILINE);

    private static Map<String, Set<Path>> classes() throws IOException {
        Map<String, Set<Path>> classes = new TreeMap<>();
        for (Path root : ROOTS) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file -> classes.computeIfAbsent(
                                        file.getFileName().toString().replace(".java", ""), name -> new TreeSet<>())
                                .add(file));
            }
        }
        classes.remove("package-info");
        return classes;
    }

    @Test
    void noTwoClassesShareASimpleName() throws IOException {
        assertThat(classes())
                .hasSizeGreaterThan(500)
                .allSatisfy((name, files) -> assertThat(files).as(name).hasSize(1));
    }

    @Test
    void noClassHasARetiredName() throws IOException {
        assertThat(classes().keySet()).doesNotContainAnyElementsOf(RETIRED);
    }

    @Test
    void methodsAreNamedByWhatTheyDo() throws IOException {
        for (Map.Entry<String, Set<Path>> type : classes().entrySet()) {
            for (Path file : type.getValue()) {
                if (file.startsWith("src/main")) {
                    assertThat(WORDLESS.matcher(Files.readString(file))
                                    .results()
                                    .map(found -> found.group().strip()))
                            .as("methods of %s", type.getKey())
                            .isEmpty();
                }
            }
        }
    }
}
