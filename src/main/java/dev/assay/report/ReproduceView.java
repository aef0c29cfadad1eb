package dev.assay.report;

import dev.assay.model.Runtime;
import dev.assay.model.Shell;
import dev.assay.model.result.RunResult;
import dev.assay.model.result.TrialResult;
import dev.assay.model.run.Command;
import dev.assay.model.run.RunHeader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How to do the same again.
 *
 * @param version the version of Assay
 * @param commandLine what to type
 * @param facts seed, blocks, catalog
 * @param commands how every program was started
 */
record ReproduceView(String version, String commandLine, List<Fact> facts, List<CommandView> commands) {
    /**
     * How one program was started.
     *
     * @param id the trial
     * @param line the command line
     * @param environment the variables it saw
     * @param stdin its input
     * @param directory where it ran
     */
    record CommandView(String id, String line, String environment, String stdin, String directory) {}

    static ReproduceView of(RunResult result) {
        RunHeader header = result.header();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Assay", header.assayVersion()));
        facts.add(new Fact("run", header.id()));
        facts.add(new Fact("profile", header.profile().toString()));
        facts.add(new Fact("seed", String.valueOf(header.sampling().seed())));
        facts.add(new Fact(
                "blocks",
                header.sampling().extent() + ", after " + header.sampling().warmupBlocks() + " warm-up"));
        int builds = header.trials().stream()
                .mapToInt(trial -> trial.builds().size())
                .max()
                .orElse(0);
        if (builds > 1) {
            facts.add(new Fact(
                    "builds",
                    builds
                            + " of each program in Rust, C and C++: the plain one, and the same code with its functions in other orders and with"
                            + " gaps between them. Each block uses one of them at random (by the seed); intervals treat these "
                            + builds
                            + " as a sample of all builds of the same code"));
        }
        if (!header.hashes().catalogSha256().isEmpty()) {
            facts.add(new Fact("catalog, SHA-256", header.hashes().catalogSha256()));
        }
        if (!result.claims().isEmpty()) {
            String rules = header.hashes().claimsSha256();
            facts.add(new Fact(
                    "rules, SHA-256",
                    rules == null
                            ? "not recorded, so it is unknown whether they changed after the first sample"
                            : rules + ", of claims.json before the first sample"));
        }
        facts.addAll(Fact.sorted(header.options()).stream()
                .map(option -> new Fact("--" + option.name(), option.value()))
                .toList());
        List<CommandView> commands = new ArrayList<>();
        for (TrialResult trial : result.trials()) {
            Command command = trial.trial().command();
            if (command != null) {
                commands.add(
                        view(trial.trial().id().toString(), trial.trial().id().runtime(), command));
                List<Path> executables = trial.trial().builds();
                for (int build = 1; build < executables.size(); build++) {
                    String id = trial.trial().id() + ", build " + (build + 1) + " of " + executables.size();
                    commands.add(
                            view(id, trial.trial().id().runtime(), trial.trial().command(build)));
                }
            }
        }
        return new ReproduceView(header.assayVersion(), Shell.line(header.commandLine()), facts, commands);
    }

    private static CommandView view(String id, Runtime runtime, Command command) {
        String recorded = Fact.sorted(command.environment()).stream()
                .map(fact -> fact.name() + "=" + Shell.quote(fact.value()))
                .collect(Collectors.joining(" "));
        String environment = runtime == Runtime.COMMAND
                ? "the environment in which Assay was started; its values are not recorded"
                : recorded.isEmpty() ? "none" : recorded;
        Path stdin = command.stdin();
        Path directory = command.directory();
        return new CommandView(
                id,
                Shell.line(command.argv()),
                environment,
                stdin == null ? "empty" : stdin.toString(),
                directory == null ? "an empty folder" : directory.toString());
    }

    boolean hasCommands() {
        return !commands.isEmpty();
    }
}
