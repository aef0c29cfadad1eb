package dev.assay.app;

import dev.assay.model.Command;
import dev.assay.model.CommandPair;
import dev.assay.model.NativeText;
import dev.assay.model.Runtime;
import dev.assay.model.Shell;
import dev.assay.model.Source;
import dev.assay.model.Trial;
import dev.assay.model.TrialId;
import dev.assay.model.Warning;
import dev.assay.toolchain.python.PythonStart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The user's own two commands, ready to be measured.
 *
 * @param trials baseline and contender
 * @param sources of each of them the hash of what it names, and no text; none of one of which that cannot be known
 * @param preparation what is run before each of their processes; null for nothing
 * @param warnings what was noticed about them
 */
public record CommandPairSetup(
        List<Trial> trials, List<Source> sources, @Nullable Command preparation, List<Warning> warnings) {
    public CommandPairSetup {
        trials = List.copyOf(trials);
        sources = List.copyOf(sources);
        warnings = List.copyOf(warnings);
    }

    /**
     * One of them as it was said.
     *
     * @param option by which option
     * @param text the command
     * @param variant its part in the comparison and its name
     */
    public record Said(String option, String text, String variant) {}

    /**
     * Splits the commands and finds their programs.
     *
     * @param preparation the command that is run before each process; null for none
     * @param directory where all of them run
     * @param input what both get as their standard input; null for nothing
     * @param environment the user's variables
     * @throws dev.assay.model.AssayException.Usage if one of them cannot be started
     */
    public static CommandPairSetup of(
            Said baseline,
            Said contender,
            @Nullable String preparation,
            Path directory,
            @Nullable Path input,
            Map<String, String> environment) {
        List<Trial> trials = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>(UserCommand.notices(environment));
        for (Said said : List.of(baseline, contender)) {
            UserCommand command = behindShim(
                    said.option(),
                    UserCommand.parse(said.option(), said.text(), directory, environment),
                    directory,
                    environment,
                    warnings);
            TrialId id = new TrialId(CommandPair.WORKLOAD, Runtime.COMMAND, said.variant(), 0, 1);
            Command started = new Command(command.argv(), Map.of(), input, directory);
            trials.add(new Trial(id, started, null, false, null));
            source(id, started, environment).ifPresent(sources::add);
        }
        Command before = preparation == null
                ? null
                : new Command(
                        UserCommand.parse("--prepare", preparation, directory, environment)
                                .argv(),
                        Map.of(),
                        null,
                        directory);
        return new CommandPairSetup(trials, sources, before, warnings);
    }

    private static Optional<Source> source(TrialId id, Command command, Map<String, String> environment) {
        return Optional.ofNullable(CommandFiles.hash(command, environment.getOrDefault("PATH", "")))
                .map(hash -> new Source(
                        id.workload(),
                        id.runtime(),
                        id.variant(),
                        command.argv().get(0),
                        hash,
                        "",
                        0,
                        ""));
    }

    /**
     * Behind a version manager's shim lies the interpreter that is meant: the search for it would be measured at every start. A wrapper of
     * the user's own is part of the command.
     */
    private static UserCommand behindShim(
            String option,
            UserCommand command,
            Path directory,
            Map<String, String> environment,
            List<Warning> warnings) {
        String program = command.argv().get(0);
        PythonStart start = PythonStart.of(NativeText.path(program), directory, environment);
        return switch (start.kind()) {
            case ITSELF -> command;
            case SHIM -> {
                warnings.add(new Warning(
                        "shim",
                        option + ": " + program + " looks up the interpreter at every start; " + start.interpreter()
                                + " was measured instead.",
                        "To include the lookup, start it through a shell: " + option
                                + " 'sh -c \"exec python3 app.py\"'."));
                yield command.startedBy(NativeText.of(start.interpreter().toString()));
            }
            case WRAPPER -> {
                warnings.add(new Warning(
                        "wrapper",
                        option + ": " + program + " is a wrapper around " + start.interpreter()
                                + "; the wrapper was measured too.",
                        "To measure the interpreter alone, use " + option + " '"
                                + Shell.quote(start.interpreter().toString()) + " app.py'."));
                yield command;
            }
        };
    }
}
