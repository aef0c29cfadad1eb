package dev.assay.app;

import dev.assay.app.request.CommandOptions;
import dev.assay.app.request.RunOption;
import dev.assay.app.request.RunRequest;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.NativeText;
import dev.assay.model.Runtime;
import dev.assay.model.Shell;
import dev.assay.model.Warning;
import dev.assay.model.catalog.Service;
import dev.assay.model.run.Command;
import dev.assay.model.run.CommandPair;
import dev.assay.model.run.Source;
import dev.assay.model.run.Trial;
import dev.assay.model.run.TrialId;
import dev.assay.toolchain.python.PythonStart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The user's two commands, ready to be measured.
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
     * One of the two commands.
     *
     * @param option the option that gave it
     * @param text the command as it was typed
     * @param variant its part in the comparison and its name
     */
    private record GivenCommand(RunOption<String> option, String text, String variant) {}

    /**
     * Splits the commands of a request and finds their programs.
     *
     * @param environment the user's variables
     * @param current the folder that they run in if the request names none
     * @throws Usage if one of them is missing or cannot be started, or both have one name
     */
    public static CommandPairSetup of(RunRequest request, Map<String, String> environment, Path current) {
        String baselineName = request.find(CommandOptions.BASELINE_NAME);
        String contenderName = request.find(CommandOptions.CONTENDER_NAME);
        String shown = baselineName == null ? CommandPair.BASELINE : baselineName;
        List<GivenCommand> commands = List.of(
                command(request, CommandOptions.BASELINE, CommandPair.variant(CommandPair.BASELINE, baselineName)),
                command(request, CommandOptions.CONTENDER, CommandPair.variant(CommandPair.CONTENDER, contenderName)));
        if (shown.equalsIgnoreCase(contenderName == null ? CommandPair.CONTENDER : contenderName)) {
            throw new Usage("Both commands would be named '" + shown
                    + "'. Give them different names with --baseline-name and --contender-name.");
        }
        String preparation = request.find(CommandOptions.PREPARE);
        Path directory = request.get(CommandOptions.CWD, current.toAbsolutePath());
        Path input = request.find(CommandOptions.INPUT);
        List<Trial> trials = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>(UserCommand.notices(environment));
        for (GivenCommand given : commands) {
            UserCommand command = behindShim(
                    given.option().toString(),
                    UserCommand.parse(given.option().toString(), given.text(), directory, environment),
                    directory,
                    environment,
                    warnings);
            TrialId id = new TrialId(CommandPair.WORKLOAD, Runtime.COMMAND, given.variant(), 0, 1);
            Command started = new Command(command.argv(), Map.of(), input, directory);
            trials.add(new Trial(id, started, null, false, null));
            source(id, started, environment).ifPresent(sources::add);
        }
        Command before = preparation == null
                ? null
                : new Command(
                        UserCommand.parse(CommandOptions.PREPARE.toString(), preparation, directory, environment)
                                .argv(),
                        Map.of(),
                        null,
                        directory);
        return new CommandPairSetup(trials, sources, before, warnings);
    }

    /**
     * The same for a request to compare servers: a client starts, loads and ends each of them.
     *
     * @param request complete
     * @param client the client's program
     */
    CommandPairSetup served(RunRequest request, Path client) {
        Service service = new Service(
                request.get(CommandOptions.LOAD),
                request.get(CommandOptions.CONNECTIONS),
                request.get(CommandOptions.SHARE),
                null,
                0);
        int size = request.get(CommandOptions.REQUESTS);
        boolean anyBody = request.isSet(CommandOptions.IGNORE_OUTPUT);
        List<Trial> servers = trials.stream()
                .map(trial -> {
                    Command server = trial.command(null);
                    List<String> argv = service.commandOfUser(
                            NativeText.of(client.toString()), String.valueOf(size), server.argv(), anyBody);
                    Command load = new Command(argv, server.environment(), null, server.directory());
                    return new Trial(sized(trial.id(), size), load, null, true, null, List.of(), 1, true);
                })
                .toList();
        return new CommandPairSetup(servers, sources, preparation, warnings);
    }

    private static TrialId sized(TrialId id, int size) {
        return new TrialId(id.workload(), id.runtime(), id.variant(), size, id.threads());
    }

    private static GivenCommand command(RunRequest request, RunOption<String> option, String variant) {
        String text = request.find(option);
        if (text == null) {
            throw new Usage(option
                    + "=CMD is missing: compare takes two commands, --baseline=CMD and --contender=CMD, or two runs, such as"
                    + " 'compare results/20260504T101530Z-9f3a latest'.");
        }
        return new GivenCommand(option, text, variant);
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
     * Behind a version manager's shim lies the interpreter that is meant: the search for it would be measured at every start. A wrapper of the
     * user's is part of the command.
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
