package dev.assay.cli;

import dev.assay.app.AssayHome;
import dev.assay.app.CommandPairSetup;
import dev.assay.app.CommandSetup;
import dev.assay.app.MeasureWorkflow;
import dev.assay.app.PreparedTools;
import dev.assay.app.RunComparer;
import dev.assay.app.RunRequest;
import dev.assay.app.RunSubject;
import dev.assay.app.SampleSize;
import dev.assay.cli.option.LimitOptions;
import dev.assay.cli.option.MeasureOptions;
import dev.assay.cli.option.OutputOptions;
import dev.assay.cli.option.PairOptions;
import dev.assay.cli.option.StoppingOptions;
import dev.assay.console.Console;
import dev.assay.meter.Limits;
import dev.assay.model.Profile;
import dev.assay.model.Rulebook;
import dev.assay.model.RunComparison;
import dev.assay.model.RunResult;
import dev.assay.process.InheritedSettings;
import dev.assay.run.Pinning;
import dev.assay.run.ProbePlan;
import dev.assay.run.RunConfig;
import dev.assay.run.SessionBreak;
import dev.assay.run.UserEnvironment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Two commands of the user's own, measured like any pair. */
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
            "  java -jar target/assay.jar compare 20260504T101530Z-9f3a latest",
            "  java -jar target/assay.jar compare \\",
            "    --baseline 'python3 app.py 10' --contender './target/release/app 10'",
            "  java -jar target/assay.jar compare --baseline 'gzip -1' \\",
            "    --contender 'gzip -6' --input big.txt --ignore-output",
        })
final class CompareCommand implements Callable<Integer> {
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private final InheritedSettings given;
    private final Map<String, String> environment;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final MeasureOptions measure = new MeasureOptions();

    @Mixin
    private final StoppingOptions stopping = new StoppingOptions();

    @Mixin
    private final LimitOptions limits = new LimitOptions();

    @Mixin
    private final PairOptions pair = new PairOptions();

    @Option(
            names = "--runs",
            paramLabel = "N",
            description =
                    "Number of measured runs of each command, after 2 warm-ups (default: 10 to 60, as many as needed).")
    private @Nullable Integer runs;

    @Parameters(
            arity = "0..2",
            paramLabel = "RUN",
            description = "Two runs, instead of two commands: a folder, a name in the results folder, or latest.")
    private List<Path> compared = List.of();

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

    CompareCommand(InheritedSettings given) {
        this.given = given;
        this.environment = given.environment();
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
        Console console = output.console(environment);
        if (compared.isEmpty()) {
            if (written != null) {
                throw new ParameterException(spec.commandLine(), "--output is for two runs; omit it for two commands");
            }
            return measured(console, FailOnGate.ofRegressions(failOn, "two commands"));
        }
        refuseCommands();
        FailOnGate gates = FailOnGate.ofRegressions(failOn, "two runs");
        RunComparison runs = RunComparer.compare(console, compared, results(), written);
        return gates.judge(console, runs).code();
    }

    private void refuseCommands() {
        if (pair.given() || runs != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "two runs were given (" + compared.get(0)
                            + ", ..) together with options for two commands (--baseline, --contender, --runs and others): use one or the other");
        }
    }

    /** Home is not needed to compare runs, but knows where they are. */
    private Path results() {
        return measure.results(AssayHome.find());
    }

    private int measured(Console console, FailOnGate gates) {
        SampleSize extent = stopping.extent("--runs", runs, Profile.QUICK);
        measure.check(TIMEOUT);
        Duration timeout = measure.timeout(TIMEOUT);
        Limits kept = limits.limits(timeout).withOutput(pair.outputLimitBytes());
        Pinning pinning = new Pinning(limits.cpus(), Set.of());
        AssayHome home = AssayHome.find();
        CommandPairSetup commands = pair.pair(environment);
        CommandSetup canary = CommandSetup.prepare(console, home, environment);
        PreparedTools workbench = canary.workbench();
        RunSubject subject = RunSubject.ofCommands(
                commands.trials(),
                commands.sources(),
                canary.trials(),
                Stream.of(commands.warnings(), canary.warnings(), limits.warnings())
                        .flatMap(List::stream)
                        .toList());
        RunConfig settings = new RunConfig(
                workbench.scratch(),
                kept,
                new UserEnvironment(environment, given.openFiles()),
                !pair.ignoreOutput(),
                pinning,
                commands.preparation(),
                limits.following());
        RunResult result = new MeasureWorkflow(
                        console,
                        measure.results(home),
                        workbench,
                        settings,
                        ProbePlan.NONE,
                        Rulebook.NONE,
                        SessionBreak.NONE)
                .measure(workbench.header(inquiry(extent, timeout), subject))
                .result();
        return (result.failed() ? ExitCode.WORKLOAD : gates.judge(console, result)).code();
    }

    private RunRequest inquiry(SampleSize extent, Duration timeout) {
        long seed = measure.seed();
        Map<String, String> options = new LinkedHashMap<>(pair.recorded());
        options.putAll(extent.options("runs"));
        options.put("ignore-output", Boolean.toString(pair.ignoreOutput()));
        options.put("timeout", timeout.toMillis() + "ms");
        options.putAll(limits.given());
        options.put("seed", Long.toString(seed));
        return RunRequest.byJar("compare", Profile.QUICK, extent, seed, options);
    }
}
