package dev.assay.meter;

import dev.assay.model.run.SamplingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One process to run and measure.
 *
 * @param mode what for
 * @param argv the program, as an absolute path, and its arguments
 * @param environment every variable that it sees
 * @param directory where it runs
 * @param stdin what it reads; null for nothing
 * @param stdout the file that takes its standard output
 * @param stderr the file that takes its standard error
 * @param limits what it must keep to
 * @param counters whether the task clock and the hardware counters are read as well; that costs a program that starts
 *     processes or threads, or waits for them, some percent of its time
 * @param cpus the processors that it may use, by number; null for all
 * @param inherit for a program that is to find what this process was started with, in place of a clean world: the soft limit of open files,
 *     which the JVM has raised; null for a clean world
 */
public record MeterRequest(
        SamplingMode mode,
        List<String> argv,
        Map<String, String> environment,
        Path directory,
        @Nullable Path stdin,
        Path stdout,
        Path stderr,
        Limits limits,
        boolean counters,
        @Nullable List<Integer> cpus,
        @Nullable Long inherit) {
    public MeterRequest {
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
        cpus = cpus == null ? null : List.copyOf(cpus);
    }

    /** The same with one more variable. */
    MeterRequest with(String variable, String value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(variable, value);
        return new MeterRequest(mode, argv, more, directory, stdin, stdout, stderr, limits, counters, cpus, inherit);
    }
}
