package dev.assay.cli.option;

import dev.assay.app.RunRequest;
import dev.assay.environment.CpuKinds;
import dev.assay.environment.CpuList;
import dev.assay.meter.Limits;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.Warning;
import dev.assay.run.RunConfig;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Options of the commands that measure about where programs run and what they may use.
 *
 * <p>No memory limit holds unless one is asked for: to keep to it the meter has to look at the whole tree of a program while that is timed,
 * which may take up to one per cent of a processor.
 */
public final class LimitOptions {
    @Option(
            names = "--cpus",
            paramLabel = "LIST",
            description =
                    "Processors that programs run on, such as 0,2-3, or 'all'. T threads of a workload run on the first T of them"
                            + " (default: all; with several kinds of cores, the fastest kind).")
    private @Nullable String cpus;

    @Option(
            names = "--memory-limit",
            paramLabel = "SIZE",
            description =
                    "Memory limit of a program with all its processes, such as 512MiB or 2GiB (default: no limit).")
    private @Nullable String memory;

    @Option(
            names = "--cpu-limit",
            paramLabel = "TIME",
            description = "CPU time limit of a program, such as 30s (default: no limit).")
    private @Nullable String cpu;

    @Option(
            names = "--process-limit",
            paramLabel = "N",
            description = "Limit on a program's processes at any time (default: no limit).")
    private @Nullable Integer processes;

    @Option(
            names = "--no-trace",
            description =
                    "Do not trace programs to read their memory; peaks then come from the kernel's ru_maxrss. For programs that"
                            + " trace others or change their user.")
    private boolean noTrace;

    /** Whether programs are followed for their memory. */
    public boolean following() {
        return !noTrace;
    }

    /**
     * The processors that programs are pinned to; none for no pinning. Unless others were asked for, those of the fastest kind where there are
     * several kinds.
     *
     * @throws Usage if one of them may not be used here
     */
    public List<Integer> cpus() {
        return cpus(CpuList.allowed(), CpuKinds.ofThisMachine());
    }

    /** Of those that may be used. */
    public List<Integer> cpus(List<Integer> allowed, CpuKinds kinds) {
        String given = cpus;
        if (given == null) {
            return kinds.fastest(allowed);
        }
        if (given.equals(RunRequest.ALL_CPUS)) {
            return List.of();
        }
        List<Integer> numbers = CpuList.parse(given)
                .orElseThrow(() -> new Usage("--cpus=" + given
                        + " is not a valid list of processors: give numbers and ranges, such as 0,2-3, or all. Allowed here: "
                        + CpuList.show(allowed) + "."));
        Set<Integer> seen = new HashSet<>();
        for (int number : numbers) {
            if (!allowed.contains(number)) {
                throw new Usage("--cpus=" + given + ": processor " + number
                        + " does not exist or is not allowed. Allowed here: " + CpuList.show(allowed) + ".");
            }
            if (!seen.add(number)) {
                throw new Usage("--cpus=" + given + " names processor " + number + " twice: name each once.");
            }
        }
        return numbers;
    }

    /** What is to be said of the processors that were chosen. */
    public List<Warning> warnings() {
        return warnings(CpuList.allowed(), CpuKinds.ofThisMachine());
    }

    /** Of those that may be used. */
    public List<Warning> warnings(List<Integer> allowed, CpuKinds kinds) {
        List<Integer> chosen = cpus(allowed, kinds);
        return kinds.mixes(chosen.isEmpty() ? allowed : chosen)
                ? List.of(Warning.grave(
                        "mixed-processors",
                        "--cpus=" + cpus + " includes processors of several kinds (" + kinds.describe()
                                + "), so a ratio may compare processors, not programs",
                        "choose processors of one kind, or omit --cpus"))
                : List.of();
    }

    /**
     * What each process must keep to.
     *
     * @throws Usage if one of the limits is none
     */
    public Limits limits(Duration timeout) {
        Limits usual = RunConfig.limits(timeout);
        Integer most = processes;
        if (most != null && most < 1) {
            throw new Usage("--process-limit=" + most + " is out of range: give a number of at least 1.");
        }
        return new Limits(
                usual.timeout(),
                usual.grace(),
                usual.outputBytes(),
                cpu == null ? null : UnitParser.time("--cpu-limit", cpu),
                memory == null ? null : (Long) UnitParser.bytes("--memory-limit", memory),
                most);
    }

    /** Those that were given, as a run records them. */
    public Map<String, String> given() {
        Map<String, String> options = new LinkedHashMap<>();
        List<Integer> pinned = cpus == null ? cpus() : List.of();
        put(options, RunRequest.CPUS, pinned.isEmpty() ? cpus : CpuList.show(pinned));
        put(options, "memory-limit", memory);
        put(options, "cpu-limit", cpu);
        put(options, "process-limit", processes);
        put(options, "no-trace", noTrace ? true : null);
        return options;
    }

    private static void put(Map<String, String> options, String name, @Nullable Object value) {
        if (value != null) {
            options.put(name, value.toString());
        }
    }
}
