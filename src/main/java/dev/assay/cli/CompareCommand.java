package dev.assay.cli;

import dev.assay.app.CompareWorkflow;
import dev.assay.app.Preloader;
import dev.assay.app.RunComparer;
import dev.assay.app.request.CommandOptions;
import dev.assay.app.request.RunOptions;
import dev.assay.app.request.RunRequest;
import dev.assay.cli.option.OutputOptions;
import dev.assay.cli.option.RequestOptions;
import dev.assay.console.Console;
import dev.assay.model.NativeText;
import dev.assay.model.result.RunComparison;
import dev.assay.model.result.RunResult;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two runs, or measures two commands and compares them. */
@picocli.CommandLine.Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Compares two runs, trial by trial. Or measures two commands and compares them, with the same meter,"
                    + " statistics and files as a run.",
            "Commands are split into words as in a shell, but no shell is run. Both run in the current folder (or --cwd),"
                    + " with your environment and limits."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  target/assay compare 20260504T101530Z-9f3a latest",
            "  target/assay compare \\",
            "    --baseline 'python3 app.py 10' --contender './target/release/app 10'",
            "  target/assay compare --baseline 'gzip -1' \\",
            "    --contender 'gzip -6' --input big.txt --ignore-output",
            "  target/assay compare --serve 'python3 app.py {port}' \\",
            "    './target/release/app {port}' --load 'GET /items'",
        })
final class CompareCommand implements Callable<Integer> {
    private final Caller caller;
    private final Preloader preloader;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final RequestOptions options = new RequestOptions(RunOptions.OF_COMPARE);

    @Parameters(
            arity = "0..2",
            paramLabel = "RUN",
            description = {
                "Two runs, instead of two commands: a folder, a name in the results folder, or latest.",
                "With --serve: the commands of two servers."
            })
    private List<String> compared = List.of();

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "For two runs: folder to write compare.json and compare.md to (default: not written).")
    private @Nullable Path written;

    @Option(
            names = "--fail-on",
            split = ",",
            paramLabel = "VERDICT",
            description =
                    "regression: exit with 1 if the second is slower or larger, and with 5 if that cannot be judged.")
    private List<String> failOn = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    CompareCommand(Caller caller, Preloader preloader) {
        this.caller = caller;
        this.preloader = preloader;
    }

    /** Known only to be refused in words. */
    @SuppressWarnings("DoNotCallSuggester") // picocli calls it
    @Option(names = "--resume", hidden = true, paramLabel = "RUN")
    void refuseToResume(String run) {
        throw new ParameterException(
                spec.commandLine(),
                "compare cannot resume " + run
                        + ": your environment was not recorded, so Assay cannot check that it is unchanged. Start it again without --resume.");
    }

    @Override
    public Integer call() {
        Console console = output.console(caller.terminal());
        RunRequest request = withServers(options.request());
        if (compared.isEmpty() || request.isSet(CommandOptions.SERVE)) {
            if (written != null) {
                throw new ParameterException(spec.commandLine(), "--output is for two runs; omit it for two commands");
            }
            FailOnGate gates = FailOnGate.ofRegressions(failOn, "two commands");
            RunResult result = new CompareWorkflow(console, caller.home(), caller.given(), preloader).run(request);
            return (result.failed() ? ExitCode.WORKLOAD : gates.judge(console, result)).code();
        }
        if (request.hasAny(CommandOptions.ALL)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "two runs were given (" + compared.get(0)
                            + ", ..) together with options for two commands (--baseline, --contender, --runs and others): use one or the other");
        }
        FailOnGate gates = FailOnGate.ofRegressions(failOn, "two runs");
        // Assay's own folder says where runs are
        Path results = request.results(caller.home().results());
        RunComparison runs = RunComparer.compare(console, runs(), results, written);
        return gates.judge(console, runs).code();
    }

    private List<Path> runs() {
        return compared.stream().map(NativeText::path).toList();
    }

    /** Two servers can stand where two runs do. */
    private RunRequest withServers(RunRequest request) {
        if (!request.isSet(CommandOptions.SERVE) || compared.isEmpty()) {
            return request;
        }
        if (request.has(CommandOptions.BASELINE) || request.has(CommandOptions.CONTENDER)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "give the two servers either behind --serve or with --baseline and --contender, not both");
        }
        if (compared.size() == 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--serve compares two servers, but only one was given, '" + compared.get(0)
                            + "': put the command of each in quotes");
        }
        return request.with(CommandOptions.BASELINE, compared.get(0)).with(CommandOptions.CONTENDER, compared.get(1));
    }
}
