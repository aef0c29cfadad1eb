package dev.assay.environment;

import dev.assay.model.Warning;
import dev.assay.model.run.Environment;
import dev.assay.model.run.SnapshotPhase;
import dev.assay.process.CommandRunner;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks at the machine before, during and after a run. One probe serves a run: what the system counts is told from one look to the next. */
public final class MachineInspector {
    /** The first look lasts that long: that many clock ticks tell a neighbor that works from one that sleeps. */
    private static final long GLANCE_NS = 250_000_000;

    private static final double NS_PER_SECOND = 1e9;

    private final SystemFiles files;
    private final Supplier<Hardware> hardware;
    private final CommandRunner runner;
    private final Map<String, String> environment;
    private final Moments moments;
    private final AtomicReference<@Nullable KernelCounters> earliest = new AtomicReference<>();
    private final AtomicReference<@Nullable KernelCounters> lastCounts = new AtomicReference<>();
    private final AtomicReference<@Nullable Environment> first = new AtomicReference<>();
    private final AtomicReference<@Nullable String> library = new AtomicReference<>();

    /**
     * Time, as a probe needs it.
     *
     * @param clock says when a look was
     * @param awakeNs stands still while the machine sleeps
     * @param glance lets what is left of the time of a first look pass, given when it began by that clock
     */
    record Moments(Clock clock, Supplier<Long> awakeNs, LongConsumer glance) {}

    /**
     * A probe of this machine. Its first look begins here: what this process does until the machine is asked for is not counted as others' work.
     *
     * @param runner starts what is asked for versions
     * @param environment this process's variables
     */
    public MachineInspector(CommandRunner runner, Map<String, String> environment) {
        this(
                new SystemFiles(Path.of("/")),
                () -> Hardware.read(new SystemFiles(Path.of("/"))),
                runner,
                environment,
                new Moments(Clock.systemUTC(), System::nanoTime, MachineInspector::glance));
        earliest.set(counts());
    }

    MachineInspector(
            SystemFiles files,
            Supplier<Hardware> hardware,
            CommandRunner runner,
            Map<String, String> environment,
            Moments moments) {
        this.files = files;
        this.hardware = hardware;
        this.runner = runner;
        this.environment = Map.copyOf(environment);
        this.moments = moments;
    }

    private static void glance(long sinceNs) {
        try {
            TimeUnit.NANOSECONDS.sleep(sinceNs + GLANCE_NS - System.nanoTime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The machine now. The first look takes a quarter of a second, so it belongs before the samples and not beside one. */
    public Environment take(SnapshotPhase phase) {
        Hardware machine = hardware.get();
        SystemSettings settings = new SystemSettings(files);
        int cores = Runtime.getRuntime().availableProcessors();
        CpuKinds kinds = CpuKinds.of(files);
        OptionalDouble quota = CpuQuota.read(files);
        KernelCounters last = lastCounts.get();
        KernelCounters earlier = last == null ? Objects.requireNonNullElseGet(earliest.get(), this::counts) : last;
        if (last == null) {
            moments.glance().accept(Math.round(earlier.awakeSeconds() * NS_PER_SECOND));
        }
        KernelCounters now = counts();
        lastCounts.set(now);
        ActivityDelta changes = ActivityDelta.between(earlier, now);
        ActivityDelta told = last == null ? changes.withStealSinceBoot(now) : changes;
        ActivityWarnings incidents = new ActivityWarnings(
                phase, cores, machine.loadAverage(), told, now.tasks().foreignMeter(files));
        Environment taken = new Environment(
                moments.clock().instant(),
                phase,
                machine.cpuModel(),
                cores,
                machine.memoryBytes(),
                machine.os(),
                System.getProperty("os.arch"),
                machine.loadAverage(),
                new MachineFacts(machine, settings, kinds, quota, MemoryLimit.read(files), told, library(), environment)
                        .facts(),
                warnings(incidents, new SettingsWarnings(settings, machine, kinds, quota, environment), settings));
        first.compareAndSet(null, taken);
        return taken;
    }

    /** The grave ones first. */
    private List<Warning> warnings(ActivityWarnings incidents, SettingsWarnings advisor, SystemSettings settings) {
        List<Warning> warnings = new ArrayList<>(incidents.warnings());
        Environment before = first.get();
        if (before != null) {
            warnings.addAll(ActivityWarnings.since(before, settings));
        }
        warnings.addAll(advisor.warnings());
        warnings.sort(Comparator.comparing(Warning::severity));
        return List.copyOf(warnings);
    }

    private KernelCounters counts() {
        return KernelCounters.read(
                files, moments.awakeNs().get(), ProcessHandle.current().pid());
    }

    /** Asked for once: it starts a process, and does not change. */
    private String library() {
        String known = library.get();
        if (known == null) {
            known = LibcVersion.version(runner, files);
            library.set(known);
        }
        return known;
    }
}
