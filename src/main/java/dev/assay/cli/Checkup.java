package dev.assay.cli;

import dev.assay.analysis.Analysis;
import dev.assay.console.Console;
import dev.assay.meter.Meter;
import dev.assay.meter.MeterProcess;
import dev.assay.model.Catalog;
import dev.assay.model.Command;
import dev.assay.model.Environment;
import dev.assay.model.Header;
import dev.assay.model.Phase;
import dev.assay.model.Profile;
import dev.assay.model.Recording;
import dev.assay.model.RunResult;
import dev.assay.model.Runtime;
import dev.assay.model.Sample;
import dev.assay.model.Toolchain;
import dev.assay.model.Trial;
import dev.assay.model.TrialId;
import dev.assay.plan.Plan;
import dev.assay.run.Rehearsal;
import dev.assay.run.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * How this machine measures just now: a run in small, of which nothing is kept.
 *
 * @param result floor, canary, the machine before and after, and what follows from them
 * @param starts Python's start: with its packages, and without; empty without a Python
 */
record Checkup(RunResult result, List<Sample> starts) {
    /** The trials of Python's start, by their variants. */
    static final String WITH_SITE = "site";

    static final String WITHOUT_SITE = "bare";

    private static final String START = "noise/start";
    private static final int FLOOR_BLOCKS = 50;
    private static final int START_BLOCKS = 10;
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    /**
     * Measures.
     *
     * @param console is told
     * @param workbench what was found and built, the canary's program too
     * @param catalog where that lies
     * @param canary the two trials of one program, or none
     * @param python the interpreter that a run would take; null without one
     */
    static Checkup of(
            Console console, Workbench workbench, Catalog catalog, List<Trial> canary, @Nullable Toolchain python) {
        console.progress("looking how this machine measures; takes some seconds");
        long seed = ThreadLocalRandom.current().nextLong(1L << 32);
        Header header = workbench.header(
                new Inquiry(Profile.QUICK, Profile.QUICK.blocks(), seed, Map.of(), List.of()),
                new Subject(
                        "",
                        List.of(),
                        List.of(),
                        List.of(),
                        canary,
                        workbench.programs().toolchains(),
                        List.of()));
        Settings settings = new Settings(workbench.scratch(), Settings.limits(TIMEOUT), Map.of(), false);
        try (MeterProcess meter =
                new MeterProcess(workbench.programs().meter(), workbench.home().target())) {
            List<Sample> samples =
                    new ArrayList<>(measure(header, FLOOR_BLOCKS, List.of(header.floor()), meter, settings));
            samples.addAll(measure(header, header.blocks(), canary, meter, settings));
            List<Sample> starts = measure(header, START_BLOCKS, starts(python, header), meter, settings);
            Environment after = workbench.probe().take(Phase.AFTER);
            Recording.End end = new Recording.End(Instant.now(), true, null);
            Recording recording = new Recording(header, samples, List.of(after), end);
            return new Checkup(Analysis.analyse(recording, catalog.article(), List.of()), starts);
        }
    }

    private static List<Sample> measure(Header header, int blocks, List<Trial> trials, Meter meter, Settings settings) {
        return trials.isEmpty()
                ? List.of()
                : Rehearsal.of(
                        new Plan(header.seed(), blocks, header.warmupBlocks(), List.of(trials)), meter, settings);
    }

    private static List<Trial> starts(@Nullable Toolchain python, Header header) {
        if (python == null) {
            return List.of();
        }
        return List.of(
                start(python, header, WITH_SITE, List.of("-c", "pass")),
                start(python, header, WITHOUT_SITE, List.of("-S", "-c", "pass")));
    }

    private static Trial start(Toolchain python, Header header, String variant, List<String> arguments) {
        List<String> argv = new ArrayList<>(List.of(python.path()));
        argv.addAll(arguments);
        Command clean = Objects.requireNonNull(header.floor().command(), "the floor is never skipped");
        return new Trial(
                new TrialId(START, Runtime.PYTHON, variant, 0, 1),
                new Command(argv, clean.environment(), null, null),
                null,
                false,
                null);
    }
}
