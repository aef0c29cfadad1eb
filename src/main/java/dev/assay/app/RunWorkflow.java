package dev.assay.app;

import static dev.assay.app.request.RunOptions.AGAINST;
import static dev.assay.app.request.RunOptions.BUILDS;
import static dev.assay.app.request.RunOptions.CONFIRM;
import static dev.assay.app.request.RunOptions.CPUS;
import static dev.assay.app.request.RunOptions.NO_TRACE;
import static dev.assay.app.request.RunOptions.RESULTS;
import static dev.assay.app.request.RunOptions.RUNTIMES;
import static dev.assay.app.request.RunOptions.SESSION_PAUSE;
import static dev.assay.app.request.RunOptions.SUITE;
import static dev.assay.app.request.RunOptions.THREADS;
import static dev.assay.app.request.RunOptions.VARIANTS;
import static dev.assay.app.request.RunOptions.WORKLOAD;

import dev.assay.app.request.Processors;
import dev.assay.app.request.RunDefaults;
import dev.assay.app.request.RunRequest;
import dev.assay.catalog.CatalogSelection;
import dev.assay.catalog.VariantSelection;
import dev.assay.console.Console;
import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.Profile;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.Catalog;
import dev.assay.model.catalog.Probe;
import dev.assay.model.catalog.ProgramFilter;
import dev.assay.model.catalog.ThreadUse;
import dev.assay.model.catalog.Workload;
import dev.assay.model.run.CatalogHashes;
import dev.assay.model.run.Recording;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.Toolchain;
import dev.assay.model.run.Trial;
import dev.assay.plan.Planner;
import dev.assay.run.Pinning;
import dev.assay.run.ProbePlan;
import dev.assay.run.RunConfig;
import dev.assay.run.SessionBreak;
import dev.assay.toolchain.ProbeBuilder;
import dev.assay.toolchain.ToolChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The whole job: reads a catalog, builds its programs, measures them, decides the claims, and writes every file. */
public final class RunWorkflow {
    private final Console console;
    private final AssayHome home;
    private final Map<String, String> environment;

    /**
     * A workflow.
     *
     * @param console is told what happens
     * @param environment the user's variables
     */
    public RunWorkflow(Console console, AssayHome home, Map<String, String> environment) {
        this.console = console;
        this.home = home;
        this.environment = environment;
    }

    /**
     * Runs what is asked for.
     *
     * @param asked need not be complete
     * @return what was found; empty, after a word about it, when {@code --confirm} finds nothing to confirm
     * @throws dev.assay.model.AssayException if something is wrong with the request, the catalog, the tools or the disk
     */
    public Optional<MeasuredRun> run(RunRequest asked) {
        if (asked.has(CONFIRM)) {
            return Confirmation.narrow(console, asked, asked.results(home.results()))
                    .map(narrowed -> measure(narrowed, null));
        }
        return Optional.of(measure(asked, null));
    }

    /**
     * Resumes an interrupted run.
     *
     * @param run its folder
     * @param asked options of this call; what is measured must not differ from what the run was asked for
     * @throws Usage if there is no such run, or something differs
     */
    public MeasuredRun resume(Path run, RunRequest asked) {
        try (InterruptedRun interrupted = InterruptedRun.open(run)) {
            RunRequest then = RunRequest.parse(interrupted.past().header().options());
            Path results = interrupted.results();
            if (!asked.results(results).equals(results)) {
                throw new Usage("A resumed run uses its original options: " + RESULTS + "=" + asked.results(results)
                        + " was " + results + " then. Omit it.");
            }
            return measure(then.resumedBy(asked).with(RESULTS, results), interrupted);
        }
    }

    private MeasuredRun measure(RunRequest asked, @Nullable InterruptedRun interrupted) {
        Processors processors = Processors.ofThisMachine();
        RunRequest request = RunDefaults.complete(asked, processors);
        Path results = request.results(home.results());
        Path against = request.find(AGAINST);
        Recording baseline = against == null ? null : RunComparer.read(against, results);
        Catalog catalog = CatalogSource.read(home, request);
        CatalogSelection chosen = chosen(catalog, request);
        ProgramFilter programs = VariantSelection.choice(catalog, request.get(RUNTIMES), request.get(VARIANTS));
        refuseNothing(chosen, programs);
        ToolChoice tools = PreparedTools.choice(request);
        PreparedTools workbench = PreparedTools.prepare(
                console, home, catalog, chosen.workloads(), programs, request.get(BUILDS), tools, environment);
        MissingPrograms.say(console, catalog, chosen.workloads(), programs, workbench.programs());
        ProbeBuilder probes = PreparedTools.builder(console, home, tools, environment)
                .probes(catalog, chosen.probes(), request.get(RUNTIMES));
        Planner planner = new Planner(request.profile(), programs, request.get(THREADS), workbench);
        RunHeader header = workbench.header(
                request,
                new CatalogHashes(catalog.sha256(), catalog.rules().sha256()),
                workbench.subject(
                        chosen.workloads(),
                        workbench.programs().sources(catalog, chosen.workloads()),
                        planner.trials(chosen.workloads())),
                toolchains(workbench, probes),
                Stream.concat(workbench.programs().warnings().stream(), processors.findWarnings(request).stream())
                        .toList());
        refuseAllSkipped(header);
        RunConfig config = new RunConfig(
                        workbench.scratch(),
                        ProcessLimits.read(request),
                        Map.of(),
                        false,
                        pinning(request, chosen.workloads()))
                .following(!request.isSet(NO_TRACE));
        MeasureWorkflow measurement = new MeasureWorkflow(
                        console,
                        results,
                        workbench,
                        config,
                        new ProbePlan(chosen.probes(), probes::build, probes::build, workbench.cleanEnvironment()),
                        catalog.rules(),
                        request.get(SESSION_PAUSE, SessionBreak.NONE))
                .comparedWith(baseline);
        return interrupted == null ? measurement.measure(header) : measurement.resume(interrupted, header);
    }

    /** What takes minutes is tried only if it is named, or everything is measured for long. */
    private static CatalogSelection chosen(Catalog catalog, RunRequest request) {
        CatalogSelection chosen = CatalogSelection.of(catalog, request.get(SUITE), request.get(WORKLOAD));
        return request.profile() == Profile.FULL
                ? chosen
                : chosen.withoutUnnamed(request.get(SUITE), request.get(WORKLOAD));
    }

    /** Those of the workloads, and behind them what only probes need. */
    private static List<Toolchain> toolchains(PreparedTools workbench, ProbeBuilder probes) {
        List<Toolchain> all = new ArrayList<>(workbench.programs().toolchains());
        probes.toolchains().stream()
                .filter(toolchain -> all.stream().noneMatch(known -> known.runtime() == toolchain.runtime()))
                .forEach(all::add);
        return List.copyOf(all);
    }

    private static Pinning pinning(RunRequest request, List<Workload> workloads) {
        Set<String> scaling = workloads.stream()
                .filter(workload -> workload.threads() == ThreadUse.SCALING)
                .map(Workload::id)
                .collect(Collectors.toSet());
        return new Pinning(request.get(CPUS, List.of()), scaling);
    }

    private static void refuseNothing(CatalogSelection chosen, ProgramFilter choice) {
        boolean program = chosen.workloads().stream()
                .anyMatch(
                        workload -> workload.implementations().stream().anyMatch(each -> choice.takes(workload, each)));
        boolean probe = chosen.probes().stream().map(Probe::runtime).anyMatch(choice.runtimes()::contains);
        if (!program && !probe) {
            String ids = Stream.concat(
                            chosen.workloads().stream().map(Workload::id),
                            chosen.probes().stream().map(Probe::id))
                    .collect(Collectors.joining(", "));
            throw new Usage("There is nothing to measure: " + ids + " has no program in "
                    + choice.runtimes().stream().sorted().map(Runtime::toString).collect(Collectors.joining(", "))
                    + ". Choose others with --workload, --runtimes or --variants; 'list' shows what there is.");
        }
    }

    /** What a run can do without may be all that was asked for. */
    private static void refuseAllSkipped(RunHeader header) {
        List<String> reasons = header.trials().stream()
                .map(Trial::skipped)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!header.trials().isEmpty() && header.trials().stream().allMatch(trial -> trial.skipped() != null)) {
            throw new ToolchainFailure(
                    "Nothing that was requested can be measured here:\n  - " + String.join("\n  - ", reasons));
        }
    }
}
