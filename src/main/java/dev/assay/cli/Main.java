package dev.assay.cli;

import dev.assay.app.MeasureWorkflow;
import dev.assay.app.Preloader;
import dev.assay.app.PreparedTools;
import dev.assay.app.RunFilesWriter;
import dev.assay.app.RunWorkflow;
import dev.assay.console.Console;
import dev.assay.console.Console.ColorMode;
import dev.assay.model.NativeText;
import dev.assay.process.InheritedSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/**
 * Assay puts what people say about Rust and Python to the test.
 *
 * <p>One way through the code, in one direction, which {@link RunWorkflow} and {@link MeasureWorkflow#measure} follow step by step: options,
 * {@link dev.assay.catalog.CatalogReader catalog}, {@link PreparedTools toolchains and programs}, {@link dev.assay.plan.Planner plan},
 * {@link dev.assay.run.RunExecutor trials through the meter}, {@link dev.assay.store.Journal journal}, {@link
 * dev.assay.analysis.Analysis statistics and verdicts}, {@link RunFilesWriter report}.
 */
@Command(
        name = "assay",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        description = {
            "Tests claims about Rust and Python. Runs equivalent programs, measures time and memory, and gives each claim"
                    + " a verdict with its evidence.",
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
            "  mvn exec:java -Dsuite=all                    measure everything",
            "  mvn exec:java -Dsuite=numeric,memory -Dprofile=full",
            "  mvn exec:java -Dexec.args=list               what can be measured",
            "  mvn exec:java -Dexec.args=doctor             check this machine",
            "  mvn exec:java -Dexec.args=verify             check that programs agree",
            "  mvn exec:java -Dexec.args=history            what got slower or larger",
            "  target/assay run --suite=all                 the same, without Maven",
            "  target/assay compare \\",
            "    --baseline 'python3 app.py 10' --contender './app 10'",
            "",
            "Every option is also a system property: -Dsuite=all is --suite=all.",
            "",
            "Exit codes:",
            "    0  done",
            "    1  a --fail-on condition is met, or 'doctor' found a problem",
            "    2  wrong usage, a faulty manifest, or a disk problem",
            "    3  a workload failed; the others are reported",
            "    4  a toolchain is missing or broken",
            "    5  --fail-on had nothing to judge",
            "   70  a bug in Assay",
            "  130  interrupted; results so far are kept, --resume continues the run"
        })
public final class Main {
    private static final Set<String> ABOUT_ALL = Set.of("-h", "--help", "-V", "--version");

    private static final String COMPARE = "compare";

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        Console console = Console.system(ColorMode.AUTO, false, System.getenv());
        System.exit(ErrorHandler.guarded(console, () -> run(args, new Caller(InheritedSettings.own(), console))));
    }

    /** Runs one command and gives its exit code. */
    static int run(String[] args, Caller caller) {
        InheritedSettings given = caller.given();
        Console console = caller.terminal();
        InheritedSettings.requireFolder();
        String[] arguments = withDefaultCommand(given.arguments(args));
        Preloader preloader =
                measuresCommands(arguments) ? Preloader.begin(given.environment()) : new Preloader(given.environment());
        CommandLine line = new CommandLine(new Main(), new CommandFactory(caller, preloader))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                // what a user says means itself: no file stands for @name, no variable for ${name}
                .setExpandAtFiles(false)
                // picocli's own converter hides what is wrong with a path
                .registerConverter(Path.class, NativeText::path)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setOut(console.out())
                .setErr(console.err())
                .setParameterExceptionHandler(
                        (exception, words) -> ErrorHandler.codeOf(console, () -> UsageErrors.report(exception)))
                .setExecutionExceptionHandler((exception, command, parsed) -> ErrorHandler.report(console, exception));
        MistypedProperties.warnings(line, System.getProperties().stringPropertyNames())
                .forEach(warning -> console.warn("warning: " + warning));
        line.setDefaultValueProvider(PropertyDefaults.of(MistypedProperties.options(line), given));
        return line.execute(arguments);
    }

    /** Whether two commands are most likely compared: of two runs, the first follows the command's name. */
    private static boolean measuresCommands(String[] words) {
        return words[0].equals(COMPARE) && (words.length == 1 || words[1].startsWith("-"));
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
}
