package dev.assay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No text that a user sees, and no comment, has a phrase that was given up for a plainer one. */
class PlainWordsTest {
    /** Phrases that read as translated, or that are old names. */
    private static final Pattern RETIRED = Pattern.compile(
            "\\bmend(?:s|ed)?\\b|\\bheld against\\b|\\bholds? against\\b|\\bso many\\b|\\bso well\\b|(?<![Tt]here )\\bis no\\b(?! longer| shorter)"
                    + "|\\bkernel times?\\b|\\bgo(?:es)? on with\\b|\\bgone on with\\b|\\bof the user's own\\b|\\bwhat came of\\b"
                    + "|\\bis left out\\b|\\bare left out\\b|\\btold apart\\b|\\btell apart\\b|\\bknown less well\\b|\\bcatalogues?\\b"
                    + "|\\bSought\\b|\\bInterview\\b|\\bAllotment\\b");

    /** A comment, a character, a text block or a string: what begins first is what it is. */
    private static final Pattern TOKEN = Pattern.compile(
            "//[^\\n]*|/\\*.*?\\*/|'(?:\\\\.|[^'\\\\])+'|\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\\n])*)\"",
            Pattern.DOTALL);

    private static final Pattern IN_COMMENTS = Pattern.compile(
            "\\bmend(?:s|ed)?\\b|\\bheld against\\b|\\bholds? against\\b|\\b(?<!there are |Whether |what )so many\\b|\\bso well\\b"
                    + "|(?<!called )\\bkernel times?\\b|\\bgo(?:es)? on with\\b|\\bgone on with\\b|\\bof the user's own\\b|\\bof one's own\\b"
                    + "|\\bwhat came of\\b|\\b(?:is|are) left out\\b(?! of)|\\btold apart\\b|\\btell apart\\b|\\bknown less well\\b|\\bcatalogues?\\b");

    /** A string or a character, which is passed over, or a comment: what begins first is what it is. */
    private static final Pattern COMMENT = Pattern.compile(
            "\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])'|(//[^\\n]*(?:\\n[ \\t]*//[^\\n]*)*|/\\*.*?\\*/)",
            Pattern.DOTALL);

    /** Text that may have one of them: a name of earlier versions that is still read, and the code of a warning. */
    private static final List<String> ALLOWED = List.of("kernel time", "other-catalogue", "catalogueSha256");

    @ParameterizedTest
    @ValueSource(strings = "src/main/java")
    void noStringHasOne(String root) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files(Path.of(root), ".java")) {
            TOKEN.matcher(Files.readString(file))
                    .results()
                    .flatMap(token -> Stream.of(1, 2).map(token::group))
                    .filter(text -> text != null
                            && !ALLOWED.contains(text)
                            && RETIRED.matcher(text).find())
                    .forEach(text -> found.add(file.getFileName() + ": " + text));
        }
        assertThat(found).as("retired phrases in the strings of %s", root).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".mustache", ".js"})
    void noResourceHasOne(String ending) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files(Path.of("src/main/resources/dev/assay"), ending)) {
            RETIRED.matcher(Files.readString(file))
                    .results()
                    .map(MatchResult::group)
                    .forEach(phrase -> found.add(file.getFileName() + ": " + phrase));
        }
        assertThat(found).as("retired phrases in resources").isEmpty();
    }

    /** Some of them have a plain meaning in some sentences, which are let pass. */
    @ParameterizedTest
    @ValueSource(
            strings = {"src/main/java", "src/test/java", "src/browser", "src/bare", "src/main/rust/src", "benchmarks"})
    void noCommentHasOne(String root) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files(Path.of(root), root.contains("rust") ? ".rs" : ".java")) {
            COMMENT.matcher(Files.readString(file))
                    .results()
                    .map(comment -> comment.group(1))
                    .filter(Objects::nonNull)
                    .map(comment -> comment.replaceAll("\\s*\\n\\s*(?:\\*|//+)?\\s*", " "))
                    .flatMap(comment -> IN_COMMENTS.matcher(comment).results())
                    .forEach(phrase -> found.add(file.getFileName() + ": " + phrase.group()));
        }
        assertThat(found).as("retired phrases in the comments of %s", root).isEmpty();
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
