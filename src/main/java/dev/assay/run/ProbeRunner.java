package dev.assay.run;

import dev.assay.meter.Limits;
import dev.assay.meter.Meter;
import dev.assay.meter.MeterRecord;
import dev.assay.meter.MeterRequest;
import dev.assay.model.Shell;
import dev.assay.model.catalog.Probe;
import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.model.catalog.WeaknessSetup;
import dev.assay.model.run.Command;
import dev.assay.model.run.Exit;
import dev.assay.model.run.PeakQuality;
import dev.assay.model.run.ProbeBuild;
import dev.assay.model.run.ProbeResult;
import dev.assay.model.run.ProbeResult.PeakAt;
import dev.assay.model.run.SamplingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tries probes: has each built, runs what can be run through the meter, and says the result. */
final class ProbeRunner implements AutoCloseable {
    /** How much a probe may write: 1 MiB. */
    private static final long OUTPUT_LIMIT_BYTES = 1 << 20;

    /** How much memory it may hold unless something else is asked for: 1 GiB. */
    private static final long MEMORY_LIMIT_BYTES = 1L << 30;

    /** A program with a mistake that has taken this much CPU time will not end: without one it takes a tenth of a second. */
    private static final Duration MUTANT_CPU = Duration.ofSeconds(2);

    /** One that sleeps or waits for itself takes no CPU time. */
    private static final Duration MUTANT_LIMIT = Duration.ofSeconds(20);

    private static final Pattern RACE = Pattern.compile("([0-9]{1,18}) ([0-9]{1,18})\\n?");

    private final Meter meter;
    private final RunConfig settings;
    private final ProbePlan probing;
    private final ScratchDirectory scratch;

    ProbeRunner(Meter meter, RunConfig settings, ProbePlan probing) {
        this.meter = meter;
        this.settings = settings;
        this.probing = probing;
        this.scratch = new ScratchDirectory(settings.scratch());
    }

    /** Tries one; whatever its program does is a result. */
    ProbeResult run(Probe probe) {
        if (probe.procedure().how() == Probe.How.MUTANTS) {
            return new MutantTrials(probe, probing.mutants(), (argv, input) -> launch(probe, argv, input)).result();
        }
        ProbeBuild build = probing.builder().apply(probe);
        if (build.ended() != null || probe.procedure().how() == Probe.How.BUILD) {
            return build.result(probe, ProbeOutcome.COMPILES);
        }
        return new Attempt(probe, build).result();
    }

    private MutantTrials.Ended launch(Probe probe, List<String> argv, @Nullable Path input) {
        scratch.clear();
        try {
            Command command = new Command(argv, Map.of(), input, null);
            MeterRecord record = meter.measure(request(SamplingMode.TIMING, command, mutantLimits()));
            ProbeExit exit = ended(probe, record.exit());
            String output = scratch.holdsOutput()
                    ? new String(scratch.end(scratch.stdout(), (int) OUTPUT_LIMIT_BYTES), StandardCharsets.ISO_8859_1)
                    : "";
            scratch.clear();
            return new MutantTrials.Ended(exit, output);
        } catch (Meter.Lost e) {
            return new MutantTrials.Ended(
                    ProbeExit.missed(ProbeOutcome.NOT_RUN, String.valueOf(e.getMessage()), ""), "");
        }
    }

    private ProbeExit ended(Probe probe, Exit exit) {
        String stderr = scratch.holdsOutput()
                ? new String(scratch.end(scratch.stderr(), (int) OUTPUT_LIMIT_BYTES), StandardCharsets.UTF_8)
                : "";
        return ProbeExit.of(probe.runtime(), exit, stderr);
    }

    /** One process and its end. */
    private record Run(ProbeExit end, @Nullable MeterRecord record) {
        boolean well() {
            return end.outcome() == ProbeOutcome.COMPILES;
        }
    }

    /** The processes of one probe. */
    private final class Attempt {
        private final Probe probe;
        private final ProbeBuild build;
        private final Set<String> commands = new LinkedHashSet<>();
        private final List<PeakAt> peaks = new ArrayList<>();
        private int races;
        private int lost;
        private @Nullable String kept;

        Attempt(Probe probe, ProbeBuild build) {
            this.probe = probe;
            this.build = build;
            if (!build.command().isEmpty()) {
                commands.add(build.command());
            }
        }

        ProbeResult result() {
            ProbeExit end = switch (probe.procedure().how()) {
                case MEMORY, GROWTH -> memory();
                case RACE -> race();
                case WEAKNESS -> weakness();
                case PROJECT -> project();
                case RUN, BUILD, CHECK, MUTANTS, PACKAGE ->
                    run(SamplingMode.TIMING, probe.procedure().arguments()).end();
            };
            clear();
            if (kept != null) {
                end = ProbeExit.missed(ProbeOutcome.FAILED, "the program left a file behind: " + kept, "");
            }
            String exception = end.exception();
            return new ProbeResult(
                    probe,
                    end.outcome(),
                    exception == null ? List.of() : List.of(exception),
                    build.tool(),
                    end.message().isEmpty() ? build.message() : end.message(),
                    end.reason(),
                    List.copyOf(commands),
                    peaks,
                    races,
                    lost);
        }

        private String output() {
            return scratch.holdsOutput()
                    ? new String(scratch.end(scratch.stdout(), (int) OUTPUT_LIMIT_BYTES), StandardCharsets.UTF_8)
                    : "";
        }

        private void clear() {
            String now = scratch.clear();
            kept = now == null ? kept : now;
        }

        private ProbeExit memory() {
            for (long count : probe.procedure().counts()) {
                List<String> arguments = new ArrayList<>(probe.procedure().arguments());
                arguments.add(Long.toString(count));
                Run run = run(SamplingMode.MEMORY, arguments);
                if (!run.well()) {
                    return run.end();
                }
                MeterRecord record = Objects.requireNonNull(run.record());
                Long peak = record.figures().memory().peakBytes();
                PeakQuality quality = record.figures().memory().peakQuality();
                boolean growth = probe.procedure().how() == Probe.How.GROWTH;
                if (peak != null && growth && quality == PeakQuality.RUSAGE) {
                    return ProbeExit.missed(
                            ProbeOutcome.FAILED,
                            "its exact peak memory could not be read, and another one may be that of the meter",
                            "");
                }
                if (peak == null || quality == PeakQuality.PARTIAL) {
                    return ProbeExit.missed(ProbeOutcome.FAILED, "its peak memory could not be read", "");
                }
                peaks.add(new PeakAt(count, peak));
            }
            ProbeOutcome outcome = probe.procedure().how() == Probe.How.GROWTH
                    ? ProbeOutcome.MEASURED
                    : LeakDetector.judge(peaks, probe.procedure().bytesEach());
            return new ProbeExit(outcome, null, "", null);
        }

        private ProbeExit weakness() {
            Run run = run(SamplingMode.TIMING, probe.procedure().arguments());
            MeterRecord record = run.record();
            if (record == null) {
                return run.end();
            }
            WeaknessSetup weakness = Objects.requireNonNull(probe.procedure().weakness());
            ProbeExit end = WeaknessEnd.of(run.end(), record.exit(), output(), weakness.right());
            boolean warned = end.reason() == null && !build.message().isEmpty();
            return warned
                    ? new ProbeExit(end.outcome(), end.exception(), build.message() + "\n" + end.message(), null)
                    : end;
        }

        /** What it prints is the evidence, also where it ended well. */
        private ProbeExit project() {
            ProbeExit end =
                    run(SamplingMode.TIMING, probe.procedure().arguments()).end();
            return end.outcome() == ProbeOutcome.COMPILES ? end.saying(output()) : end;
        }

        private ProbeExit race() {
            for (int i = 0; i < probe.procedure().runs(); i++) {
                Run run = run(SamplingMode.TIMING, probe.procedure().arguments());
                if (!run.well()) {
                    return run.end();
                }
                String output =
                        new String(scratch.end(scratch.stdout(), (int) OUTPUT_LIMIT_BYTES), StandardCharsets.UTF_8);
                Matcher counted = RACE.matcher(output);
                if (!counted.matches() || Long.parseLong(counted.group(2)) > Long.parseLong(counted.group(1))) {
                    return ProbeExit.missed(
                            ProbeOutcome.FAILED,
                            "the program did not print how much was added and how much is left",
                            output);
                }
                races++;
                lost += counted.group(1).equals(counted.group(2)) ? 0 : 1;
            }
            ProbeOutcome outcome = lost > 0 ? ProbeOutcome.LOSES_UPDATES : ProbeOutcome.KEEPS_UPDATES;
            return new ProbeExit(outcome, null, "", null);
        }

        private Run run(SamplingMode mode, List<String> arguments) {
            List<String> argv = new ArrayList<>(build.argv());
            argv.addAll(arguments);
            commands.add(Shell.line(argv));
            clear();
            try {
                MeterRecord record = meter.measure(request(mode, new Command(argv, Map.of(), null, null), limits()));
                Run run = new Run(ended(probe, record.exit()), record);
                if (!run.well()) {
                    scratch.requireRoom();
                }
                return run;
            } catch (Meter.Lost e) {
                return new Run(ProbeExit.missed(ProbeOutcome.NOT_RUN, String.valueOf(e.getMessage()), ""), null);
            }
        }
    }

    private MeterRequest request(SamplingMode mode, Command command, Limits limits) {
        Map<String, String> environment = new TreeMap<>(probing.environment());
        environment.put("PYTHONHASHSEED", "0");
        List<Integer> cpus = settings.pinning().cpus();
        return scratch.request(mode, command, environment, limits, false, cpus.isEmpty() ? null : cpus, null);
    }

    private Limits limits() {
        Limits asked = settings.limits();
        Long memory = asked.memoryBytes();
        return new Limits(
                asked.timeout(),
                asked.grace(),
                Math.min(asked.outputBytes(), OUTPUT_LIMIT_BYTES),
                asked.cpu(),
                memory == null ? (Long) MEMORY_LIMIT_BYTES : memory,
                asked.processes());
    }

    private Limits mutantLimits() {
        Limits all = limits();
        return new Limits(
                all.timeout().compareTo(MUTANT_LIMIT) < 0 ? all.timeout() : MUTANT_LIMIT,
                all.grace(),
                all.outputBytes(),
                all.cpu() != null && all.cpu().compareTo(MUTANT_CPU) < 0 ? all.cpu() : MUTANT_CPU,
                all.memoryBytes(),
                all.processes());
    }

    @Override
    public void close() {
        scratch.close();
    }
}
