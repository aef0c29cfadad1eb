package dev.assay.cli;

import dev.assay.console.Console;
import dev.assay.console.Console.ColorMode;
import dev.assay.model.AssayException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/**
 * Assay puts what people say about Rust and Python to the test.
 *
 * <p>One way through the house, in one direction, which {@link RunCommand#call} and {@link Measurement#of} follow step by step: options,
 * {@link dev.assay.catalog.CatalogReader catalogue}, {@link Workbench toolchains and programs}, {@link dev.assay.plan.Planner plan},
 * {@link dev.assay.run.Session trials through the meter}, {@link dev.assay.store.Journal journal}, {@link
 * dev.assay.analysis.Analysis statistics and verdicts}, {@link Publication report}.
 */
@Command(
        name = "assay",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Puts what people say about Rust and Python to the test: runs equivalent programs, measures time and memory,"
                    + " and gives each claim a verdict with its evidence.",
            ""
        },
        subcommands = {
            RunCommand.class,
            ListCommand.class,
            DoctorCommand.class,
            VerifyCommand.class,
            CompareCommand.class,
            ReportCommand.class,
            ExportCommand.class,
            HistoryCommand.class,
            HelpCommand.class
        },
        synopsisSubcommandLabel = "[COMMAND]",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mvn exec:java -Dsuite=all                     measure everything, write a report",
            "  mvn exec:java -Dsuite=numeric,memory -Dprofile=full",
            "  mvn exec:java -Dexec.args=list                what there is to measure",
            "  mvn exec:java -Dexec.args=doctor              whether this machine measures well",
            "  mvn exec:java -Dexec.args=verify              whether all programs of a workload print the same",
            "  mvn exec:java -Dexec.args=history             what got slower or larger over the runs",
            "  java -jar target/assay.jar run --suite=all    the same program as a jar",
            "  java -jar target/assay.jar compare --baseline 'python3 app.py 10' --contender './app 10'",
            "",
            "Every option is a system property too: -Dsuite=all is --suite=all.",
            "Exit codes: 0 done, 1 a --fail-on gate or what doctor finds would mislead, 2 usage, manifest or disk, 3 a workload",
            "failed (the others are reported), 4 a toolchain is missing or fails, 130 interrupted (what was measured is kept,",
            "and --resume goes on)."
        })
public final class Main {
    private static final Set<String> ABOUT_ALL = Set.of("-h", "--help", "-V", "--version");

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(args, System.getenv()));
    }

    /** Runs one command and gives its exit code. */
    static int run(String[] args, Map<String, String> environment) {
        Console console = Console.system(ColorMode.AUTO, false, environment);
        CommandLine line = new CommandLine(new Main(), new Commands(environment))
                .setDefaultValueProvider(new PropertyDefaults())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                // picocli's own converter hides what is wrong with a path
                .registerConverter(Path.class, Path::of)
                .setOut(console.out())
                .setErr(console.err())
                .setParameterExceptionHandler(new UsageErrors())
                .setExecutionExceptionHandler((exception, command, parsed) -> explain(exception, console));
        MistypedProperties.warnings(line, System.getProperties().stringPropertyNames())
                .forEach(warning -> console.warn("warning: " + warning));
        return line.execute(withDefaultCommand(args));
    }

    /** Without a command, {@code run} is meant. */
    private static String[] withDefaultCommand(String[] args) {
        if (args.length > 0 && (!args[0].startsWith("-") || ABOUT_ALL.contains(args[0]))) {
            return args;
        }
        List<String> whole = new ArrayList<>(List.of("run"));
        whole.addAll(Arrays.asList(args));
        return whole.toArray(String[]::new);
    }

    private static int explain(Exception exception, Console console) {
        if (exception instanceof AssayException expected) {
            console.warn("assay: " + expected.getMessage());
            return ExitCode.of(expected).code();
        }
        if (exception instanceof InvalidPathException path) {
            console.warn("assay: " + UsageErrors.unusable(path));
            return ExitCode.USAGE.code();
        }
        console.warn(
                "assay: a fault in Assay itself: " + exception + " at "
                        + Arrays.stream(exception.getStackTrace())
                                .limit(5)
                                .map(StackTraceElement::toString)
                                .toList()
                        + ". What was measured is kept in the run's journal.jsonl, and --resume goes on with it. Please report this line.");
        return ExitCode.INTERNAL.code();
    }
}
