package dev.assay.environment;

import dev.assay.model.Warning;
import dev.assay.model.run.Environment;
import dev.assay.process.CommandResult;
import dev.assay.process.CommandRunner;
import dev.assay.process.Invocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A machine whose files a test writes, and whose time a test moves. */
final class FakeMachine {
    static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");
    static final long GIB = 1L << 30;
    static final String CPU = "/sys/devices/system/cpu";

    private final Path root;
    private final Map<String, String> environment = new HashMap<>();
    private Hardware hardware = hardware(0.0, 0);
    private Runnable glance = () -> {};
    private long awakeNs;

    FakeMachine(Path root) {
        this.root = root;
    }

    static Hardware hardware(@Nullable Double load, long swapUsedBytes) {
        return new Hardware("Fast CPU", 4, 8, 16 * GIB, swapUsedBytes, "Linux 6.1", load);
    }

    FakeMachine is(Hardware other) {
        hardware = other;
        return this;
    }

    FakeMachine variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** What happens while the first look waits. */
    FakeMachine meanwhile(Runnable events) {
        glance = events;
        return this;
    }

    FakeMachine awake(long seconds) {
        awakeNs += seconds * 1_000_000_000L;
        return this;
    }

    FakeMachine file(String path, String text) {
        try {
            Path file = root.resolve(path.substring(1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** A process: its own ticks of work and those of the children that it waited for. */
    FakeMachine process(long pid, long parent, String name, long own, long ofChildren) {
        return file(
                "/proc/" + pid + "/stat",
                pid + " (" + name + ") S " + parent + " 0 0 0 -1 4194560 9 9 0 0 " + own + " 0 " + ofChildren
                        + " 0 20 0 1 0 77 4096 9 18446744073709551615\n");
    }

    /** Two processors' time so far. */
    FakeMachine ticks(long busy, long idle, long steal) {
        return file(
                "/proc/stat",
                "cpu  " + busy + " 0 0 " + idle + " 0 0 0 " + steal + " 0 0\ncpu0 1 2\ncpu1 1 2\nintr 5\n");
    }

    long self() {
        return ProcessHandle.current().pid();
    }

    MachineInspector probe() {
        CommandRunner getconf = new CommandRunner() {
            @Override
            public CommandResult run(Invocation invocation) {
                return CommandResult.exited(0, "glibc 9.9\n", "");
            }
        };
        return new MachineInspector(
                new SystemFiles(root),
                () -> hardware,
                getconf,
                environment,
                new MachineInspector.Moments(Clock.fixed(NOW, ZoneOffset.UTC), () -> awakeNs, began -> glance.run()));
    }

    static List<String> codes(Environment environment) {
        return environment.warnings().stream().map(Warning::code).toList();
    }

    static List<String> grave(Environment environment) {
        return environment.warnings().stream()
                .filter(Warning::misleads)
                .map(Warning::code)
                .toList();
    }
}
