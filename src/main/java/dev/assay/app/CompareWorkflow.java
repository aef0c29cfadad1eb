package dev.assay.app;

import dev.assay.app.request.CommandOptions;
import dev.assay.app.request.Processors;
import dev.assay.app.request.RunDefaults;
import dev.assay.app.request.RunOptions;
import dev.assay.app.request.RunRequest;
import dev.assay.console.Console;
import dev.assay.model.catalog.Rulebook;
import dev.assay.model.result.RunResult;
import dev.assay.model.run.CatalogHashes;
import dev.assay.model.run.RunHeader;
import dev.assay.process.InheritedSettings;
import dev.assay.run.Pinning;
import dev.assay.run.ProbePlan;
import dev.assay.run.RunConfig;
import dev.assay.run.SessionBreak;
import dev.assay.run.UserEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Measures two commands of the user's and compares them. */
public final class CompareWorkflow {
    private final Console console;
    private final AssayHome home;
    private final InheritedSettings given;
    private final Preloader preloader;

    /**
     * A workflow.
     *
     * @param console is told what happens
     * @param given what the commands inherit
     * @param preloader what was begun while the command line was read
     */
    public CompareWorkflow(Console console, AssayHome home, InheritedSettings given, Preloader preloader) {
        this.console = console;
        this.home = home;
        this.given = given;
        this.preloader = preloader;
    }

    /**
     * Runs what is asked for.
     *
     * @param asked need not be complete
     * @throws dev.assay.model.AssayException if something is wrong with the request, the commands, the meter or the disk
     */
    public RunResult run(RunRequest asked) {
        Map<String, String> environment = given.environment();
        CommandPairSetup pair = CommandPairSetup.of(asked, environment, given.folder());
        Processors processors = Processors.ofThisMachine();
        RunRequest request = RunDefaults.completeComparison(asked, processors);
        PreparedTools workbench = PreparedTools.prepareMeter(console, home, environment, preloader);
        CommandPairSetup commands = request.isSet(CommandOptions.SERVE)
                ? pair.served(request, workbench.programs().load())
                : pair;
        RunHeader header = workbench.header(
                request,
                CatalogHashes.NONE,
                workbench.subject(List.of(), commands.sources(), commands.trials()),
                List.of(),
                Stream.concat(commands.warnings().stream(), processors.findWarnings(request).stream())
                        .toList());
        RunConfig config = new RunConfig(
                workbench.scratch(),
                ProcessLimits.read(request),
                new UserEnvironment(environment, given.openFiles()),
                !request.isSet(CommandOptions.IGNORE_OUTPUT),
                new Pinning(request.get(RunOptions.CPUS, List.of()), Set.of()),
                commands.preparation(),
                !request.isSet(RunOptions.NO_TRACE));
        preloader.finish();
        return new MeasureWorkflow(
                        console,
                        request.results(home.results()),
                        workbench,
                        config,
                        ProbePlan.NONE,
                        Rulebook.NONE,
                        SessionBreak.NONE)
                .measure(header)
                .result();
    }
}
