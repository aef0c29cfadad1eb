package dev.assay.cli;

import dev.assay.model.Command;
import dev.assay.model.CommandPair;
import dev.assay.model.Runtime;
import dev.assay.model.Toolchain;
import dev.assay.model.Trial;
import dev.assay.model.TrialId;
import dev.assay.model.Warning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The user's own two commands, ready to be measured.
 *
 * @param trials baseline and contender
 * @param warnings what was noticed about them
 */
record UserPair(List<Trial> trials, List<Warning> warnings) {

    /**
     * Splits the commands and finds their programs.
     *
     * @param environment the user's variables
     * @param python finds the interpreter behind a shim
     * @throws dev.assay.model.AssayException.Usage if one of them cannot be started
     */
    static UserPair of(
            String baseline, String contender, Map<String, String> environment, Function<String, Toolchain> python) {
        List<Warning> warnings = new ArrayList<>();
        UserCommand first =
                behindShim("--baseline", UserCommand.parse("--baseline", baseline, environment), python, warnings);
        UserCommand second =
                behindShim("--contender", UserCommand.parse("--contender", contender, environment), python, warnings);
        return new UserPair(
                List.of(trial(CommandPair.BASELINE, first), trial(CommandPair.CONTENDER, second)),
                List.copyOf(warnings));
    }

    /** Behind a version manager's shim lies the interpreter that is meant: the search for it would be measured at every start. */
    private static UserCommand behindShim(
            String option, UserCommand command, Function<String, Toolchain> python, List<Warning> warnings) {
        if (!command.isPythonShim()) {
            return command;
        }
        String shim = command.argv().get(0);
        String real = python.apply(shim).path();
        warnings.add(new Warning(
                "shim",
                option + ": " + shim + " is a script that looks for the interpreter at every start; " + real
                        + " was measured in its place.",
                "To measure the script too, start it by a shell: " + option + " 'sh -c \"exec python3 app.py\"'."));
        return command.startedBy(real);
    }

    private static Trial trial(String variant, UserCommand command) {
        TrialId id = new TrialId(CommandPair.WORKLOAD, Runtime.COMMAND, variant, 0, 1);
        Path directory = Path.of("").toAbsolutePath();
        return new Trial(id, new Command(command.argv(), Map.of(), null, directory), null, false, null);
    }
}
