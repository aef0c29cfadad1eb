package dev.assay.cli;

import dev.assay.text.SpellingSuggestion;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Finds system properties that were most likely meant as options: {@code -Dsuites=all} would silently be nothing. Names with a dot belong to
 * Java and Maven, and what is near no option is somebody else's.
 */
final class MistypedProperties {
    /** Set by build tools for themselves. */
    private static final Set<String> OF_OTHERS = Set.of("basedir", "test");

    private MistypedProperties() {}

    /**
     * A warning for each of them.
     *
     * @param line the commands, whose options are all known
     * @param properties the names of the properties that are set
     */
    static List<String> warnings(CommandLine line, Collection<String> properties) {
        Set<String> options = options(line);
        return properties.stream()
                .filter(name -> !name.contains(".") && !options.contains(name) && !OF_OTHERS.contains(name))
                .sorted(Comparator.naturalOrder())
                .flatMap(name -> SpellingSuggestion.find(name, options).stream()
                        .map(option -> "Unknown option -D" + name + " (ignored). Did you mean -D" + option + "?"))
                .toList();
    }

    /** The names of the options of all commands. */
    static Set<String> options(CommandLine line) {
        Set<String> names = new TreeSet<>();
        for (CommandLine command : line.getSubcommands().values()) {
            for (OptionSpec option : command.getCommandSpec().options()) {
                names.add(option.longestName().replaceFirst("^-+", ""));
            }
        }
        return names;
    }
}
