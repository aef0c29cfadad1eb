package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.MarkdownPage;
import dev.assay.export.Format;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The page of options compared with the options that picocli knows. */
class OptionsPageTest {
    private static final Pattern DEFAULT = Pattern.compile("\\(default: ([^)]*)\\)");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d+[\\w.]*");
    /** Names of profiles and commands, and a variable, for which help has other words. */
    private static final Set<String> WORDS_OF_PAGE = Set.of("smoke", "full", "compare", "PATH");

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private final CommandLine line = new CommandLine(Main.class, AssayCall.commands());
    private final List<Row> rows = MarkdownPage.read(Path.of("src/site/markdown/options.md")).rows("option").stream()
            .map(Row::of)
            .toList();

    private record Row(String option, Set<String> commands, String normally, String meaning) {
        static Row of(List<String> cells) {
            return new Row(code(cells.get(0)).iterator().next(), code(cells.get(1)), cells.get(2), cells.get(3));
        }
    }

    private static Set<String> code(String cell) {
        return CODE.matcher(cell).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** By option and command, without those that help hides. */
    private Map<String, Map<String, OptionSpec>> options() {
        Map<String, Map<String, OptionSpec>> options = new LinkedHashMap<>();
        line.getSubcommands()
                .forEach((command, parser) -> parser.getCommandSpec().options().stream()
                        .filter(option -> !option.hidden() && !command.equals("help"))
                        .forEach(option -> options.computeIfAbsent(option.longestName(), name -> new LinkedHashMap<>())
                                .put(command, option)));
        return options;
    }

    @Test
    void everyOptionOfEveryCommandHasItsRowAndNothingElseHas() {
        List<String> known = new ArrayList<>();
        options().forEach((option, commands) -> known.add(option + " of " + new TreeSet<>(commands.keySet())));

        assertThat(rows.stream().map(row -> row.option() + " of " + row.commands()))
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void everyDefaultIsThatOfTheOption() {
        for (Row row : rows) {
            Collection<OptionSpec> options =
                    options().getOrDefault(row.option(), Map.of()).values();
            options.forEach(option -> check(row, option));
            assertThat(code(row.normally()))
                    .as("the default of %s", row.option())
                    .allMatch(word -> WORDS_OF_PAGE.contains(word)
                            || options.stream()
                                    .anyMatch(option -> word.equals(option.defaultValue())
                                            || help(option).contains(word)));
        }
    }

    @Test
    void everyFormatIsNamedOnThePageAndInHelp() {
        Set<String> formats =
                Arrays.stream(Format.values()).map(Format::toString).collect(Collectors.toCollection(TreeSet::new));
        assertThat(rows)
                .filteredOn(row -> row.option().equals("--format"))
                .singleElement()
                .satisfies(row -> assertThat(code(row.meaning())).isEqualTo(formats));
        assertThat(options().getOrDefault("--format", Map.of()).values())
                .singleElement()
                .satisfies(option ->
                        assertThat(String.join(" ", option.description())).contains(formats));
    }

    private static void check(Row row, OptionSpec option) {
        String help = help(option);
        assertThat(row.normally().isEmpty())
                .as("the page has no default of %s. Help says: %s", row.option(), help)
                .isEqualTo(option.defaultValue() == null && !help.contains("default"));
        Matcher told = DEFAULT.matcher(help);
        if (told.find()) {
            assertThat(numbers(row.normally()))
                    .as("the default of %s. Help says: %s", row.option(), help)
                    .containsAll(numbers(told.group(1)));
        }
    }

    private static String help(OptionSpec option) {
        return String.join(" ", option.description()).replace("%%", "%");
    }

    private static Set<String> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
