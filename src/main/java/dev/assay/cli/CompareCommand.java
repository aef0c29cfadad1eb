package dev.assay.cli;

import dev.assay.catalog.CatalogReader;
import dev.assay.console.Console;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.Catalog;
import dev.assay.model.Command;
import dev.assay.model.Header;
import dev.assay.model.Profile;
import dev.assay.model.RunResult;
import dev.assay.model.Runtime;
import dev.assay.model.Trial;
import dev.assay.model.TrialId;
import dev.assay.model.Warning;
import dev.assay.model.Workload;
import dev.assay.plan.Planner;
import dev.assay.run.Settings;
import dev.assay.store.RunFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Two commands of the user's own, measured like any pair. */
@picocli.CommandLine.Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Measures two commands of your own against each other: the same meter, blocks, statistics and files as a run.",
            "Arguments are split as a shell would split them, but no shell is run. Both commands run in the current folder,"
                    + " with your environment but for PYTHONUNBUFFERED, PYTHONDONTWRITEBYTECODE and RUST_BACKTRACE."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  assay compare --baseline 'python3 app.py 10' --contender './target/release/app 10'",
            "  mvn exec:java -Dexec.args=\"compare --baseline 'sort big.txt' --contender 'sort --parallel=2 big.txt'\"",
        })
final class CompareCommand implements Callable<Integer> {
    private static final String WORKLOAD = "compare/commands";
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private final Map<String, String> environment;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final MeasureOptions measure = new MeasureOptions();

    @Option(
            names = "--baseline",
            required = true,
            paramLabel = "CMD",
            description = "The command that is held against.")
    private String baseline = "";

    @Option(
            names = "--contender",
            required = true,
            paramLabel = "CMD",
            description = "The command that is held against it.")
    private String contender = "";

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "How often each is run and counted (default: 20, after 2 warm-ups).")
    private @Nullable Integer runs;

    @Option(names = "--ignore-output", description = "Do not ask that both print the same.")
    private boolean ignoreOutput;

    CompareCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Console console = output.console(environment);
        int blocks = MeasureOptions.blocks("--runs", runs, Profile.QUICK);
        measure.check(TIMEOUT);
        Duration timeout = measure.timeout(TIMEOUT);
        Home home = Home.find();
        List<Warning> warnings = new ArrayList<>();
        UserCommand first = command(console, home, "--baseline", baseline, warnings);
        UserCommand second = command(console, home, "--contender", contender, warnings);
        Catalog catalog = CatalogReader.read(home.workloads());
        Workload steady = steadyProgram(catalog);
        Workbench workbench = Workbench.prepare(
                console, home, catalog, List.of(steady), Set.of(Runtime.RUST), measure.python, environment);
        Header header = header(workbench, steady, first, second, blocks, warnings);
        Settings settings = new Settings(workbench.scratch(), timeout, Settings.OUTPUT_LIMIT_BYTES, !ignoreOutput);
        RunResult result = new Measurement(
                        console, measure.results(home), workbench, settings, catalog.article(), List.of())
                .of(header);
        return result.failed() ? ExitCode.WORKLOAD.code() : ExitCode.DONE.code();
    }

    /** The command as it will be started: behind a version manager's shim lies the interpreter that is meant. */
    private UserCommand command(Console console, Home home, String option, String text, List<Warning> warnings) {
        UserCommand command = UserCommand.parse(option, text, environment);
        if (!command.isPythonShim()) {
            return command;
        }
        String shim = command.argv().get(0);
        String real = Workbench.builder(console, home, shim, environment)
                .describe(Runtime.PYTHON)
                .path();
        warnings.add(new Warning(
                "shim",
                option + ": " + shim + " is a script that looks for the interpreter at every start; " + real
                        + " was measured in its place.",
                "To measure the script too, start it by a shell: " + option + " 'sh -c \"exec python3 app.py\"'."));
        return command.startedBy(real);
    }

    /** The catalogue's program that serves as the canary: what the user's own commands do is not known to be steady. */
    private static Workload steadyProgram(Catalog catalog) {
        return catalog.workloads().stream()
                .filter(workload -> workload.kernelTime() && workload.input() == null)
                .filter(workload ->
                        workload.implementations().stream().anyMatch(i -> i.primary() && i.runtime() == Runtime.RUST))
                .findFirst()
                .orElseThrow(() -> new Usage(
                        "The catalogue has no Rust program that can watch over the noise: " + catalog.root()));
    }

    private Header header(
            Workbench workbench,
            Workload steady,
            UserCommand first,
            UserCommand second,
            int blocks,
            List<Warning> warnings) {
        Instant now = Instant.now();
        long seed = measure.seed();
        Map<String, String> options = new LinkedHashMap<>();
        options.put("baseline", baseline);
        options.put("contender", contender);
        options.put("runs", Integer.toString(blocks));
        options.put("ignore-output", Boolean.toString(ignoreOutput));
        options.put("timeout", measure.timeout(TIMEOUT).toMillis() + "ms");
        options.put("seed", Long.toString(seed));
        Planner planner = new Planner(Profile.QUICK, Set.of(Runtime.RUST), List.of(1), workbench::command);
        return new Header(
                RunFolder.newId(now, ThreadLocalRandom.current().nextInt()),
                now,
                Version.current(),
                Profile.QUICK,
                seed,
                blocks,
                Profile.QUICK.warmupBlocks(),
                options,
                commandLine(options),
                "",
                List.of(),
                List.of(),
                List.of(trial("baseline", first), trial("contender", second)),
                Planner.floor(workbench.noop()),
                planner.canary(List.of(steady)),
                List.of(),
                workbench.before(),
                warnings);
    }

    private static Trial trial(String variant, UserCommand command) {
        TrialId id = new TrialId(WORKLOAD, Runtime.COMMAND, variant, 0, 1);
        Path directory = Path.of("").toAbsolutePath();
        return new Trial(id, new Command(command.argv(), command.environment(), null, directory), null, false, null);
    }

    private static List<String> commandLine(Map<String, String> options) {
        List<String> line = new ArrayList<>(List.of("assay", "compare"));
        options.forEach((name, value) -> line.add("--" + name + "=" + value));
        return line;
    }
}
