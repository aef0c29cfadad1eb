package dev.assay.cli;

import dev.assay.app.InterruptedRun;
import dev.assay.cli.option.CatalogOption;
import dev.assay.cli.option.UnitParser;
import dev.assay.model.AssayException.Usage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of an interrupted run, with which it is resumed. */
final class ResumeArguments {
    /** Options that say nothing about what is measured. */
    private static final Set<String> OF_THIS_CALL =
            Set.of("resume", "color", "quiet", "offline", "fail-on", "against", "open", "help", "version");

    private ResumeArguments() {}

    /**
     * The options of the run as arguments of the command line.
     *
     * @param run the run
     * @param spec the command, of which some options may have been given once more
     * @throws Usage if one of them says something else than the run's
     */
    static List<String> of(InterruptedRun run, CommandSpec spec) {
        Map<String, String> options = run.past().header().options();
        List<String> contradictions = new ArrayList<>();
        for (OptionSpec option : spec.options()) {
            String name = option.longestName().replaceFirst("^-+", "");
            String given = given(spec, option, name);
            if (given != null && !OF_THIS_CALL.contains(name) && !agrees(run, name, given, options.get(name))) {
                contradictions.add("--" + name + "=" + given + " was "
                        + (options.containsKey(name) ? "--" + name + "=" + options.get(name) : "not given") + " then");
            }
        }
        if (!contradictions.isEmpty()) {
            throw new Usage("A resumed run uses its original options: " + String.join("; ", contradictions)
                    + ". Omit these options, or start a new run without --resume.");
        }
        List<String> arguments = new ArrayList<>();
        options.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return List.copyOf(arguments);
    }

    /** What the user wrote, as an option or as a property; null for neither. */
    private static @Nullable String given(CommandSpec spec, OptionSpec option, String name) {
        boolean typed = spec.commandLine().getParseResult().hasMatchedOption(option);
        return typed ? String.join(",", option.originalStringValues()) : System.getProperty(name);
    }

    private static boolean agrees(InterruptedRun run, String name, String given, @Nullable String then) {
        if (name.equals("results")) {
            return absolute(given).equals(parent(run));
        }
        if (name.equals(CatalogOption.NAME)) {
            return then != null && absolute(given).equals(Path.of(then));
        }
        return then != null
                && (given.equals(then)
                        || (name.equals("runtimes") && parts(given).equals(parts(then)))
                        || (name.equals("budget")
                                && UnitParser.time("--budget", given).equals(UnitParser.time("--budget", then))));
    }

    private static @Nullable Path parent(InterruptedRun run) {
        return run.folder().path().toAbsolutePath().normalize().getParent();
    }

    private static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }

    private static Set<String> parts(String list) {
        return Set.copyOf(Arrays.asList(list.split(",", -1)));
    }
}
