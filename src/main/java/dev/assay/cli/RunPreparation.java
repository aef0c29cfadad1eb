package dev.assay.cli;

import dev.assay.app.MeasureWorkflow;
import dev.assay.app.PreparedTools;
import dev.assay.app.RunRequest;
import dev.assay.app.RunSubject;
import dev.assay.app.SampleSize;
import dev.assay.catalog.CatalogSelection;
import dev.assay.cli.option.LimitOptions;
import dev.assay.cli.option.MeasureOptions;
import dev.assay.cli.option.SessionOptions;
import dev.assay.console.Console;
import dev.assay.model.Catalog;
import dev.assay.model.Profile;
import dev.assay.model.ProgramFilter;
import dev.assay.model.RunHeader;
import dev.assay.model.Runtime;
import dev.assay.model.ThreadUse;
import dev.assay.model.Toolchain;
import dev.assay.model.Trial;
import dev.assay.model.Workload;
import dev.assay.plan.Planner;
import dev.assay.run.Pinning;
import dev.assay.run.ProbePlan;
import dev.assay.run.RunConfig;
import dev.assay.toolchain.ProbeBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the options of {@code run} into a header and a measurement.
 *
 * @param workbench what was found and built
 * @param catalog what can be measured
 * @param chosen what is measured and tried
 * @param probes builds the probes
 * @param profile at which sizes
 * @param extent how much is measured
 * @param choice which of their programs
 * @param builds in how many layouts Rust's and C's programs are built
 * @param threads the numbers of threads for workloads that scale
 * @param tools the interpreters that were asked for, by option
 * @param measure the options that all measuring commands share
 * @param limits where programs run and what they may use
 * @param sessions what lies between sessions
 */
record RunPreparation(
        PreparedTools workbench,
        Catalog catalog,
        CatalogSelection chosen,
        ProbeBuilder probes,
        Profile profile,
        SampleSize extent,
        ProgramFilter choice,
        int builds,
        List<Integer> threads,
        Map<String, String> tools,
        MeasureOptions measure,
        LimitOptions limits,
        SessionOptions sessions) {
    static final Duration TIMEOUT = Duration.ofSeconds(60);

    /**
     * The header of a run that begins now.
     *
     * @param picked the options that picked what is measured
     * @param variants the option about variants
     * @param canary the program that is held against itself
     */
    RunHeader header(Map<String, String> picked, String variants, List<Trial> canary) {
        long seed = measure.seed();
        return workbench.header(
                RunRequest.byMaven(profile, extent, seed, options(picked, variants, seed)),
                new RunSubject(
                        catalog.sha256(),
                        catalog.rules().sha256(),
                        chosen.workloads(),
                        workbench.programs().sources(catalog, chosen.workloads()),
                        planner().trials(chosen.workloads()),
                        canary,
                        toolchains(),
                        Stream.concat(workbench.programs().warnings().stream(), limits.warnings().stream())
                                .toList()));
    }

    /** The program that serves among those that are measured. */
    List<Trial> canaryOfTheChosen() {
        return planner().canary(chosen.workloads());
    }

    private Planner planner() {
        return new Planner(profile, choice, threads, workbench);
    }

    /** What measures it. */
    MeasureWorkflow measurement(Console console) {
        RunConfig settings = new RunConfig(
                        workbench.scratch(), limits.limits(measure.timeout(TIMEOUT)), Map.of(), false, pinning())
                .following(limits.following());
        ProbePlan probing = new ProbePlan(chosen.probes(), probes::build, workbench.cleanEnvironment());
        return new MeasureWorkflow(
                console,
                measure.results(workbench.home()),
                workbench,
                settings,
                probing,
                catalog.rules(),
                sessions.between());
    }

    /** Those of the workloads, and behind them what only probes need. */
    private List<Toolchain> toolchains() {
        List<Toolchain> all = new ArrayList<>(workbench.programs().toolchains());
        probes.toolchains().stream()
                .filter(toolchain -> all.stream().noneMatch(known -> known.runtime() == toolchain.runtime()))
                .forEach(all::add);
        return List.copyOf(all);
    }

    private Pinning pinning() {
        Set<String> scaling = chosen.workloads().stream()
                .filter(workload -> workload.threads() == ThreadUse.SCALING)
                .map(Workload::id)
                .collect(Collectors.toSet());
        return new Pinning(limits.cpus(), scaling);
    }

    private Map<String, String> options(Map<String, String> picked, String variants, long seed) {
        Map<String, String> options = new LinkedHashMap<>(picked);
        options.put("profile", profile.toString());
        options.putAll(extent.options("blocks"));
        options.putAll(sessions.recorded(extent));
        options.put(
                "runtimes",
                choice.runtimes().stream().map(Runtime::toString).sorted().collect(Collectors.joining(",")));
        options.put("variants", variants);
        options.put("builds", Integer.toString(builds));
        options.put("threads", threads.stream().map(Object::toString).collect(Collectors.joining(",")));
        options.put("timeout", measure.timeout(TIMEOUT).toMillis() + "ms");
        options.putAll(limits.given());
        options.putAll(tools);
        options.put("seed", Long.toString(seed));
        return options;
    }
}
