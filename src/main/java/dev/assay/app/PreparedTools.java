package dev.assay.app;

import dev.assay.app.request.RunOptions;
import dev.assay.app.request.RunRequest;
import dev.assay.app.request.SampleSize;
import dev.assay.console.Console;
import dev.assay.environment.MachineInspector;
import dev.assay.input.InputFiles;
import dev.assay.meter.Capabilities;
import dev.assay.meter.MeterProcess;
import dev.assay.model.NativeText;
import dev.assay.model.Profile;
import dev.assay.model.Warning;
import dev.assay.model.catalog.Catalog;
import dev.assay.model.catalog.Implementation;
import dev.assay.model.catalog.ProgramFilter;
import dev.assay.model.catalog.Service;
import dev.assay.model.catalog.Workload;
import dev.assay.model.run.CatalogHashes;
import dev.assay.model.run.Command;
import dev.assay.model.run.Environment;
import dev.assay.model.run.MachineFact;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.RunSubject;
import dev.assay.model.run.SamplingPlan;
import dev.assay.model.run.SnapshotPhase;
import dev.assay.model.run.Source;
import dev.assay.model.run.Toolchain;
import dev.assay.model.run.Trial;
import dev.assay.plan.Planner;
import dev.assay.plan.RunAllocation;
import dev.assay.process.CommandRunner;
import dev.assay.process.RunToken;
import dev.assay.store.RunFolder;
import dev.assay.toolchain.Builder;
import dev.assay.toolchain.Executables;
import dev.assay.toolchain.ToolChoice;
import dev.assay.toolchain.host.BuildListener;
import dev.assay.toolchain.host.BuildPaths;
import dev.assay.toolchain.host.MeasuredEnvironment;
import dev.assay.toolchain.host.Programs;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that has to be there before something is measured.
 *
 * @param home where Assay lives
 * @param programs the built programs, the meter and the no-op
 * @param inputs the input files
 * @param probe looks at the machine
 * @param before the machine before anything was built: a compiler's load is not a neighbor's; and what the meter can do on it
 */
public record PreparedTools(
        AssayHome home, Programs programs, InputFiles inputs, MachineInspector probe, Environment before)
        implements Planner.Commands {

    /** Finds compilers and interpreters, builds what is not built yet. */
    public static PreparedTools prepare(
            Console console,
            AssayHome home,
            Catalog catalog,
            List<Workload> workloads,
            ProgramFilter choice,
            int builds,
            ToolChoice tools,
            Map<String, String> environment) {
        return prepare(
                console,
                home,
                tools,
                environment,
                new Preloader(environment),
                new BuildPaths(home.root()).of(catalog.root()),
                builder -> builder.build(catalog, workloads, choice, builds));
    }

    /** Builds the meter if it is not built yet, and no program: enough to measure the user's own commands. */
    public static PreparedTools prepareMeter(Console console, AssayHome home, Map<String, String> environment) {
        return prepareMeter(console, home, environment, new Preloader(environment));
    }

    /** The same with what was begun before. */
    static PreparedTools prepareMeter(
            Console console, AssayHome home, Map<String, String> environment, Preloader preloader) {
        return prepare(
                console,
                home,
                ToolChoice.NONE,
                environment,
                preloader,
                new BuildPaths(home.root()),
                Builder::buildMeter);
    }

    private static PreparedTools prepare(
            Console console,
            AssayHome home,
            ToolChoice tools,
            Map<String, String> environment,
            Preloader preloader,
            BuildPaths paths,
            Function<Builder, Programs> build) {
        MachineInspector probe = preloader.inspector();
        TemporaryFolder.tryOut();
        preloader.prepareCharts();
        Environment before = probe.take(SnapshotPhase.BEFORE);
        Builder builder = builder(console, home, tools, environment);
        Programs programs = Interruption.announced(console, "building", () -> build.apply(builder));
        return new PreparedTools(
                home,
                programs,
                new InputFiles(paths.inputs()),
                probe,
                before.with(abilities(programs, home).facts()));
    }

    /** The same with other programs. */
    public PreparedTools with(Programs others) {
        return new PreparedTools(home, others, inputs, probe, before);
    }

    /** The interpreters that a request names. */
    public static ToolChoice choice(RunRequest request) {
        return new ToolChoice(
                request.find(RunOptions.PYTHON),
                request.find(RunOptions.PYPY),
                request.find(RunOptions.PYTHON_FT),
                request.isSet(RunOptions.OFFLINE));
    }

    /** What the meter says of itself; for that it is started and ended again. */
    private static Capabilities abilities(Programs programs, AssayHome home) {
        try (MeterProcess meter = new MeterProcess(programs.meter(), home.target())) {
            return meter.abilities();
        }
    }

    /** What finds and builds, telling the console what it does. */
    public static Builder builder(Console console, AssayHome home, ToolChoice tools, Map<String, String> environment) {
        return new Builder(new BuildPaths(home.root()), new CommandRunner(), environment, tools, new BuildListener() {
            @Override
            public void step(String what) {
                console.progress(console.styled(Console.Style.FAINT, what));
            }

            @Override
            public void detail(String line) {
                console.redraw("  " + line);
            }
        });
    }

    /** The command of a catalog's program in a clean world. */
    @Override
    public Command commandFor(Workload workload, Implementation implementation, Profile size, List<String> arguments) {
        return command(
                workload, implementation, workload.input() == null ? null : inputs.provide(workload, size), arguments);
    }

    /** The same with an input of the caller's. */
    Command command(Workload workload, Implementation implementation, @Nullable Path input, List<String> arguments) {
        List<String> argv = programs.argv(workload, implementation).stream()
                .map(NativeText::of)
                .collect(Collectors.toCollection(ArrayList::new));
        Map<String, String> environment = new TreeMap<>(cleanEnvironment());
        environment.putAll(programs.environment(workload, implementation));
        Service service = workload.service();
        if (service != null) {
            String client = NativeText.of(programs.load().toString());
            return new Command(service.command(client, arguments.get(0), argv), environment, input, null);
        }
        argv.addAll(arguments);
        return new Command(argv, environment, input, null);
    }

    @Override
    public List<Path> builds(Workload workload, Implementation implementation) {
        return programs.builds(workload, implementation);
    }

    @Override
    public @Nullable String skipped(Workload workload, Implementation implementation) {
        return programs.skipped(workload, implementation);
    }

    /**
     * The header of a run that begins now.
     *
     * @param hashes which catalog it is of
     * @param toolchains what builds or interprets its programs
     * @param warnings what was noticed while all this was found
     */
    public RunHeader header(
            RunRequest request,
            CatalogHashes hashes,
            RunSubject subject,
            List<Toolchain> toolchains,
            List<Warning> warnings) {
        Instant now = Instant.now();
        return new RunHeader(
                RunFolder.newId(now, ThreadLocalRandom.current().nextInt()),
                now,
                AssayVersion.current(),
                sampling(request),
                request.recorded(),
                request.commandLine(),
                hashes,
                subject,
                toolchains,
                executables(subject),
                before.with(Map.of(MachineFact.PROGRAMS_RUN_ON.title(), request.processors())),
                warnings);
    }

    private static SamplingPlan sampling(RunRequest request) {
        SampleSize size = SampleSize.of(request);
        Profile profile = request.profile();
        return new SamplingPlan(
                profile,
                request.get(RunOptions.SEED),
                size.blocks(),
                profile.warmupBlocks(),
                size.sessions(),
                size.stopping(),
                size.stopping() == null ? 1 : RunAllocation.MOST);
    }

    private Map<String, String> executables(RunSubject subject) {
        Set<Path> started = new TreeSet<>(Set.of(programs.meter()));
        subject.allTrials().stream()
                .map(Trial::command)
                .filter(Objects::nonNull)
                .forEach(command -> {
                    started.add(NativeText.path(command.argv().get(0)));
                    String library = command.environment().get(Programs.LIBRARY);
                    if (library != null) {
                        started.add(Path.of(library));
                    }
                });
        subject.trials().forEach(trial -> started.addAll(trial.builds()));
        subject.trials().stream()
                .filter(trial -> trial.service() && trial.command() != null)
                .forEach(trial -> started.add(NativeText.path(trial.program())));
        return Executables.hashes(started);
    }

    /** What a run measures, with the floor and the canary. */
    public RunSubject subject(List<Workload> workloads, List<Source> sources, List<Trial> trials) {
        return new RunSubject(
                workloads,
                sources,
                trials,
                Planner.floor(clean(programs.noop())),
                Planner.canary(clean(programs.canary())));
    }

    /** Starts one of Assay's own programs in a clean world. */
    private Command clean(Path program) {
        return new Command(List.of(NativeText.of(program.toString())), cleanEnvironment(), null, null);
    }

    /** A folder that this process alone uses; by its name others can tell when it is no longer used. */
    public Path scratch() {
        return home.target().resolve("scratch").resolve(RunToken.own().toString());
    }

    /** All that a catalog's program sees of the environment. */
    public Map<String, String> cleanEnvironment() {
        return MeasuredEnvironment.build(home.target());
    }
}
