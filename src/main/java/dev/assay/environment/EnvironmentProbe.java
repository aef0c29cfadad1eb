package dev.assay.environment;

import dev.assay.model.Environment;
import dev.assay.model.Sha256;
import dev.assay.process.CommandRunner;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks at the machine before, during and after a run. One probe serves a run: stolen time is counted from one look to the next. */
public final class EnvironmentProbe {
    /** The phase before anything is measured, when the load is others' alone. */
    private static final String BEFORE = "before";

    private static final double GIB = 1L << 30;

    private final SystemFiles files;
    private final Supplier<Hardware> hardware;
    private final CommandRunner runner;
    private final Clock clock;
    private final AtomicReference<CpuTicks> lastTicks = new AtomicReference<>(new CpuTicks(0, 0));
    private final AtomicReference<@Nullable String> library = new AtomicReference<>();

    /** A probe of this machine. */
    public EnvironmentProbe(CommandRunner runner) {
        this(new SystemFiles(Path.of("/")), Hardware::look, runner, Clock.systemUTC());
    }

    EnvironmentProbe(SystemFiles files, Supplier<Hardware> hardware, CommandRunner runner, Clock clock) {
        this.files = files;
        this.hardware = hardware;
        this.runner = runner;
        this.clock = clock;
    }

    /**
     * The machine now. The first look takes some tenths of a second, so it belongs between samples and not beside one.
     *
     * @param phase {@code before}, {@code during} or {@code after}
     */
    public Environment take(String phase) {
        Hardware machine = hardware.get();
        Settings settings = new Settings(files);
        int cores = Runtime.getRuntime().availableProcessors();
        OptionalDouble quota = CpuQuota.of(files);
        OptionalDouble steal = steal();
        Advisor advisor = new Advisor(settings, machine, cores, quota, steal);
        return new Environment(
                clock.instant(),
                phase,
                machine.cpuModel(),
                cores,
                machine.memoryBytes(),
                machine.os(),
                System.getProperty("os.arch"),
                machine.loadAverage(),
                facts(machine, settings, quota, steal),
                fingerprint(machine, cores),
                advisor.warnings(phase.equals(BEFORE) ? machine.loadAverage() : null));
    }

    /** Since the last look; the first time since boot. */
    private OptionalDouble steal() {
        Optional<CpuTicks> now = CpuTicks.read(files);
        return now.isPresent() ? now.get().stealSince(lastTicks.getAndSet(now.get())) : OptionalDouble.empty();
    }

    private Map<String, String> facts(Hardware machine, Settings settings, OptionalDouble quota, OptionalDouble steal) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("physical cores", Integer.toString(machine.physicalCores()));
        facts.put("logical processors", Integer.toString(machine.logicalProcessors()));
        facts.put("simultaneous threads", settings.simultaneousThreads());
        facts.put("frequency governor", settings.governor());
        facts.put("turbo", settings.turbo());
        facts.put("virtual machine", settings.virtualMachine());
        facts.put("container", settings.container());
        facts.put("CPU quota", quota.isPresent() ? text("%.2f processors", quota.getAsDouble()) : Settings.NONE);
        facts.put("stolen time", steal.isPresent() ? text("%.2f %%", 100 * steal.getAsDouble()) : Settings.UNKNOWN);
        facts.put("swap in use", text("%.0f MiB", machine.swapUsedBytes() / 1048576.0));
        facts.put("transparent huge pages", settings.hugePages());
        facts.put("address randomisation", settings.addressRandomisation());
        facts.put("C library", library());
        facts.put("JVM", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        return Collections.unmodifiableMap(facts);
    }

    /** Asked for once: it starts a process, and does not change. */
    private String library() {
        String known = library.get();
        if (known == null) {
            known = Library.version(runner, files);
            library.set(known);
        }
        return known;
    }

    /** Memory in whole GiB: what a kernel keeps for itself changes from version to version. */
    private static String fingerprint(Hardware machine, int cores) {
        String kind = machine.cpuModel() + "\n" + cores + "\n" + Math.round(machine.memoryBytes() / GIB);
        return Sha256.of(kind.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
    }

    private static String text(String form, double value) {
        return String.format(Locale.ROOT, form, value);
    }
}
