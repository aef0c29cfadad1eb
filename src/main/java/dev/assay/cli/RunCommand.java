package dev.assay.cli;

import dev.assay.app.MeasuredRun;
import dev.assay.app.RunWorkflow;
import dev.assay.app.request.RunOptions;
import dev.assay.app.request.RunRequest;
import dev.assay.cli.option.OpenOption;
import dev.assay.cli.option.OutputOptions;
import dev.assay.cli.option.RequestOptions;
import dev.assay.console.Console;
import dev.assay.model.AssayException.Usage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the catalog: the default command. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description =
                "Builds and measures the workloads, decides the claims, and writes a report. The default command.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mvn exec:java -Dsuite=all",
            "  mvn exec:java -Dsuite=numeric -Dprofile=smoke",
            "  mvn exec:java -Dworkload=nbody,memory/* -Druntimes=rust,c",
            "  mvn exec:java -Dcatalog=../my-workloads",
        })
final class RunCommand implements Callable<Integer> {

    private final Caller caller;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final RequestOptions options = new RequestOptions(RunOptions.OF_RUN);

    @Mixin
    private final OpenOption opening = new OpenOption();

    @Option(
            names = "--fail-on",
            split = ",",
            paramLabel = "VERDICT",
            description =
                    "Exit with 1 if a claim is refuted or inconclusive, or on a regression from the run of --against; with 5 if"
                            + " that cannot be judged.")
    private List<String> failOn = List.of();

    @Option(
            names = "--resume",
            paramLabel = "RUN",
            description = "Resume an interrupted run, given by its folder. It keeps its original options.")
    private @Nullable Path resume;

    RunCommand(Caller caller) {
        this.caller = caller;
    }

    @Override
    public Integer call() {
        Console console = output.console(caller.terminal());
        RunRequest request = options.request();
        FailOnGate gates = FailOnGate.of(failOn, request.has(RunOptions.AGAINST));
        return measure(new RunWorkflow(console, caller.home(), caller.environment()), request)
                .map(measured -> finish(console, measured, gates))
                .orElse(ExitCode.DONE)
                .code();
    }

    private Optional<MeasuredRun> measure(RunWorkflow workflow, RunRequest request) {
        Path interrupted = resume;
        if (interrupted == null) {
            return workflow.run(request);
        }
        if (interrupted.toString().isBlank()) {
            throw new Usage("--resume= is empty. Give a run's folder, such as --resume=results/20260504T101530Z-9f3a.");
        }
        return Optional.of(workflow.resume(interrupted, request));
    }

    private ExitCode finish(Console console, MeasuredRun measured, FailOnGate gates) {
        opening.show(console, measured.folder().path(), caller.environment());
        return measured.result().failed()
                ? ExitCode.WORKLOAD
                : gates.judge(console, measured.result(), measured.changes());
    }
}
