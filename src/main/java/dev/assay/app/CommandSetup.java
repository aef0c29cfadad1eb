package dev.assay.app;

import dev.assay.console.Console;
import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.model.Profile;
import dev.assay.model.Warning;
import dev.assay.model.run.Trial;
import dev.assay.toolchain.ToolChoice;
import java.util.List;
import java.util.Map;

/**
 * What the user's commands are measured with: the meter, and the program that watches over the noise. Where Rust is missing, what was
 * built before serves, and without a canary how noisy the machine is stays unknown.
 *
 * @param workbench the meter and the program that does nothing
 * @param trials those of the canary; none without it
 * @param warnings what is missing and what that costs
 */
public record CommandSetup(PreparedTools workbench, List<Trial> trials, List<Warning> warnings) {
    public CommandSetup {
        trials = List.copyOf(trials);
        warnings = List.copyOf(warnings);
    }

    /**
     * Builds what can be built, and takes what is there.
     *
     * @throws ToolchainFailure if there is no meter and none can be built
     */
    public static CommandSetup prepare(Console console, AssayHome home, Map<String, String> environment) {
        FallbackCanary canary = FallbackCanary.of(home);
        CanaryCache built = CanaryCache.of(home, canary);
        try {
            PreparedTools workbench = PreparedTools.prepare(
                    console,
                    home,
                    canary.catalog(),
                    List.of(canary.workload()),
                    canary.choice(),
                    1,
                    ToolChoice.NONE,
                    environment);
            return new CommandSetup(workbench, canary.trials(Profile.QUICK, workbench), List.of());
        } catch (ToolchainFailure noRust) {
            PreparedTools workbench = PreparedTools.prepare(
                    console, home, canary.catalog(), List.of(), canary.choice(), 1, ToolChoice.NONE, environment);
            return built.commands(workbench)
                    .map(commands -> new CommandSetup(workbench, canary.trials(Profile.QUICK, commands), List.of()))
                    .orElseGet(() -> new CommandSetup(workbench, List.of(), List.of(missing(noRust))));
        }
    }

    private static Warning missing(ToolchainFailure noRust) {
        String why = noRust.getMessage().lines().findFirst().orElse("");
        return Warning.grave(
                "no-canary",
                "The noise of the machine is unknown: the program of the A/A check could not be built. " + why,
                "Install Rust (cargo and rustc), or measure twice and trust only what both runs show.");
    }
}
