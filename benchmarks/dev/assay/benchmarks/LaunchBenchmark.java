package dev.assay.benchmarks;

import dev.assay.meter.Limits;
import dev.assay.meter.Meter;
import dev.assay.meter.MeterProcess;
import dev.assay.meter.MeterRecord;
import dev.assay.meter.MeterRequest;
import dev.assay.model.run.SamplingMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecutor;
import org.apache.commons.exec.PumpStreamHandler;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to start a program that does nothing and to learn how it ended: through the whole chain of a sample, by the JDK alone, and by
 * Commons Exec alone. The chain's figure holds a launch and a conversation; the launch itself is the part that a sample's wall time shows.
 */
@State(Scope.Benchmark)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LaunchBenchmark {
    private final Path noop = Built.program("noop");
    private final Path scratch = temporaryFolder();
    private final Meter meter = new MeterProcess(Built.program("meter"), scratch);
    private final MeterRequest request = new MeterRequest(
            SamplingMode.TIMING,
            List.of(noop.toString()),
            Map.of(),
            scratch,
            null,
            scratch.resolve("stdout"),
            scratch.resolve("stderr"),
            Limits.of(Duration.ofSeconds(10), Duration.ofSeconds(1), 1 << 20),
            false,
            null,
            null);

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("assay-launch");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the meter, so that its own start is not measured. */
    @Setup
    public void startMeter() throws Meter.Lost {
        meter.measure(request);
    }

    /** Ends the meter and removes what was written. */
    @TearDown
    public void end() throws IOException {
        meter.close();
        for (String name : List.of("stdout", "stderr", "")) {
            Files.deleteIfExists(scratch.resolve(name));
        }
    }

    /** A request to the meter and its record. */
    @Benchmark
    public MeterRecord throughTheMeter() throws Meter.Lost {
        return meter.measure(request);
    }

    /** The JDK's own launch, output to a file. */
    @Benchmark
    public int processBuilder() throws IOException, InterruptedException {
        return new ProcessBuilder(noop.toString())
                .redirectErrorStream(true)
                .redirectOutput(request.stdout().toFile())
                .start()
                .waitFor();
    }

    /** Commons Exec as it comes, output thrown away. */
    @Benchmark
    public int commonsExec() throws IOException {
        DefaultExecutor executor = DefaultExecutor.builder()
                .setExecuteStreamHandler(new PumpStreamHandler(null))
                .get();
        return executor.execute(new CommandLine(noop.toFile()));
    }
}
