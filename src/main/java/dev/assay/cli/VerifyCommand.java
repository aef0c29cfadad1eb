package dev.assay.cli;

import dev.assay.app.AssayHome;
import dev.assay.app.CatalogSource;
import dev.assay.app.OrphanCleanup;
import dev.assay.app.PreparedTools;
import dev.assay.app.VerifyWorkflow;
import dev.assay.app.request.Processors;
import dev.assay.app.request.RunDefaults;
import dev.assay.app.request.RunOption;
import dev.assay.app.request.RunOptions;
import dev.assay.app.request.RunRequest;
import dev.assay.catalog.CatalogSelection;
import dev.assay.catalog.VariantSelection;
import dev.assay.cli.option.OutputOptions;
import dev.assay.cli.option.RequestOptions;
import dev.assay.console.Console;
import dev.assay.meter.Meter;
import dev.assay.meter.MeterProcess;
import dev.assay.model.AssayException.MeterFailure;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.catalog.Catalog;
import dev.assay.model.catalog.ProgramFilter;
import dev.assay.model.catalog.Workload;
import dev.assay.run.CrossCheck;
import dev.assay.run.RunConfig;
import dev.assay.text.Plurals;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Only equivalence: every program of a workload must do the same, at any size. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Checks that all programs of a workload print the same output, byte for byte, at sizes 0 to 9 and at random sizes."
                    + " Measures nothing.",
            "Exits with 3 if programs differ, or if one fails at a size above 0."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mvn exec:java -Dexec.args=verify",
            "  mvn exec:java -Dexec.args=\"verify --workload=sieve --sizes=50 --seed=7\"",
        })
final class VerifyCommand implements Callable<Integer> {
    private static final int MOST_SIZES = 10_000;

    private static final List<RunOption<?>> OPTIONS = Stream.of(
                    RunOptions.PICKING,
                    List.of(RunOptions.RUNTIMES, RunOptions.VARIANTS, RunOptions.SEED, RunOptions.TIMEOUT),
                    RunOptions.TOOLS)
            .flatMap(List::stream)
            .toList();

    private final Caller caller;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final RequestOptions options = new RequestOptions(OPTIONS)
            .describe(RunOptions.SEED, "Seed of sizes, threads and hash seeds (default: random, and printed).")
            .describe(RunOptions.TIMEOUT, "Time limit of a process (default: 60s).");

    @Option(
            names = "--sizes",
            paramLabel = "N",
            defaultValue = "5",
            description = "Number of random sizes, from 10 to that of the smoke profile (default: 5).")
    private String sizes = "5";

    VerifyCommand(Caller caller) {
        this.caller = caller;
    }

    @Override
    public Integer call() {
        Console console = output.console(caller.terminal());
        int number = numberOfSizes(sizes);
        RunRequest request = RunDefaults.complete(options.request(), Processors.ofThisMachine());
        long seed = request.get(RunOptions.SEED);
        AssayHome home = caller.home();
        Catalog catalog = CatalogSource.read(home, request);
        String suites = request.get(RunOptions.SUITE);
        String globs = request.get(RunOptions.WORKLOAD);
        List<Workload> chosen = CatalogSelection.of(catalog, suites, globs)
                .withoutUnnamed(suites, globs)
                .workloads();
        if (chosen.isEmpty()) {
            throw new Usage(
                    "There is nothing to compare: --suite and --workload name only probes. 'list' shows the workloads.");
        }
        ProgramFilter choice =
                VariantSelection.choice(catalog, request.get(RunOptions.RUNTIMES), request.get(RunOptions.VARIANTS));
        PreparedTools workbench = PreparedTools.prepare(
                console, home, catalog, chosen, choice, 1, PreparedTools.choice(request), caller.environment());
        OrphanCleanup.clear(console, Objects.requireNonNull(workbench.scratch().getParent()));
        console.progress("Comparing the output of the programs of " + count(chosen) + ", seed " + seed);
        try (Meter meter = new MeterProcess(workbench.programs().meter(), home.target());
                CrossCheck check =
                        new CrossCheck(meter, workbench.scratch(), RunConfig.limits(request.get(RunOptions.TIMEOUT)))) {
            VerifyWorkflow verification = new VerifyWorkflow(workbench, choice, check, seed, number);
            return print(console, verification, chosen).code();
        } catch (Meter.Lost e) {
            throw new MeterFailure(e.getMessage() + ". Is something killing it, such as a memory limit? Try again.");
        }
    }

    private static String count(List<Workload> workloads) {
        return Plurals.count(workloads.size(), "workload");
    }

    private static ExitCode print(Console console, VerifyWorkflow verification, List<Workload> chosen)
            throws Meter.Lost {
        int processes = 0;
        int wrong = 0;
        for (Workload workload : chosen) {
            VerifyWorkflow.Verified verified = verification.of(workload);
            processes += verified.processes();
            wrong += verified.problems().size();
            console.progress(workload.id() + ": " + verified.describe());
            verified.problems().forEach(console::result);
        }
        console.result(
                wrong == 0
                        ? processes + " processes of " + count(chosen) + " agree."
                        : wrong + " of these cases differ.");
        return wrong == 0 ? ExitCode.DONE : ExitCode.WORKLOAD;
    }

    private static int numberOfSizes(String text) {
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) > MOST_SIZES) {
            throw new Usage(
                    "--sizes=" + text + " is not a number of sizes: give one from 0 to " + MOST_SIZES + ", such as 5.");
        }
        return Integer.parseInt(text);
    }
}
