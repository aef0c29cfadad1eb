package dev.assay.cli;

import dev.assay.app.AssayHome;
import dev.assay.app.OrphanCleanup;
import dev.assay.app.PreparedTools;
import dev.assay.app.VerifyWorkflow;
import dev.assay.catalog.VariantSelection;
import dev.assay.cli.option.CatalogOption;
import dev.assay.cli.option.OutputOptions;
import dev.assay.cli.option.ProgramOptions;
import dev.assay.cli.option.SelectionOptions;
import dev.assay.cli.option.ToolOptions;
import dev.assay.cli.option.UnitParser;
import dev.assay.console.Console;
import dev.assay.meter.Meter;
import dev.assay.meter.MeterProcess;
import dev.assay.model.AssayException.MeterFailure;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.Catalog;
import dev.assay.model.Profile;
import dev.assay.model.ProgramFilter;
import dev.assay.model.Workload;
import dev.assay.run.CrossCheck;
import dev.assay.run.RunConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Only equivalence: every program of a workload must do the same, at any size. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Checks that all programs of a workload print the same, byte for byte, at sizes 0 to 9 and at random sizes."
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
    private static final String TIMEOUT = "60s";

    private final Map<String, String> environment;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final CatalogOption catalogs = new CatalogOption();

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Mixin
    private final ProgramOptions programs = new ProgramOptions();

    @Mixin
    private final ToolOptions tools = new ToolOptions();

    @Option(
            names = "--sizes",
            paramLabel = "N",
            defaultValue = "5",
            description = "Number of random sizes, from 10 to that of the smoke profile (default: 5).")
    private int sizes;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of sizes, threads and hash seeds (default: random, and printed).")
    private @Nullable Long seed;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = TIMEOUT,
            description = "Time limit of a process (default: 60s).")
    private String timeout = TIMEOUT;

    VerifyCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Console console = output.console(environment);
        if (sizes < 0 || sizes > MOST_SIZES) {
            throw new Usage("--sizes=" + sizes + " is out of range: give 0 to " + MOST_SIZES + ", such as 5.");
        }
        Duration patience = UnitParser.time("--timeout", timeout);
        Long given = seed;
        long from = given != null ? given : ThreadLocalRandom.current().nextLong(1L << 32);
        AssayHome home = AssayHome.find();
        Catalog catalog = catalogs.read(home);
        List<Workload> chosen = selection.of(catalog).workloads();
        if (chosen.isEmpty()) {
            throw new Usage(
                    "There is nothing to compare: " + selection + " names only probes. 'list' shows the workloads.");
        }
        ProgramFilter choice = VariantSelection.choice(catalog, programs.runtimes(), programs.variants(Profile.QUICK));
        PreparedTools workbench =
                PreparedTools.prepare(console, home, catalog, chosen, choice, 1, tools.choice(), environment);
        OrphanCleanup.clear(console, Objects.requireNonNull(workbench.scratch().getParent()));
        console.progress("Comparing the output of the programs of " + count(chosen) + ", seed " + from);
        try (Meter meter = new MeterProcess(workbench.programs().meter(), home.target());
                CrossCheck check = new CrossCheck(meter, workbench.scratch(), RunConfig.limits(patience))) {
            VerifyWorkflow verification = new VerifyWorkflow(workbench, choice, check, from, sizes);
            return told(console, verification, chosen).code();
        } catch (Meter.Lost e) {
            throw new MeterFailure(e.getMessage() + ". Is something killing it, such as a memory limit? Try again.");
        }
    }

    private static String count(List<Workload> workloads) {
        return workloads.size() + (workloads.size() == 1 ? " workload" : " workloads");
    }

    private static ExitCode told(Console console, VerifyWorkflow verification, List<Workload> chosen)
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
}
