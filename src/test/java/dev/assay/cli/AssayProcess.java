package dev.assay.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The executable jar as a user starts it. */
final class AssayProcess {
    private static final long PATIENCE_MINUTES = 20;

    private static final Queue<Process> STARTED = new ConcurrentLinkedQueue<>();

    /** How it ended. */
    record Ended(int code, String out, String err) {}

    private final Path folder;
    private final List<String> jvmArguments = new ArrayList<>();
    private final Map<String, String> environment;
    private final List<String> before = new ArrayList<>();

    /**
     * A process that will run in a folder.
     *
     * @param folder where it runs and where its output is kept
     * @param home the folder with the workloads
     */
    AssayProcess(Path folder, Path home) {
        this.folder = folder;
        this.environment = new TreeMap<>(System.getenv());
        jvmArguments.add("-Dassay.home=" + home);
    }

    /** The project's own folder. */
    static Path project() {
        return Path.of("").toAbsolutePath();
    }

    /** Starts it by a shell that gives it no larger files than that many KiB. */
    AssayProcess largestFileKib(int kib) {
        return by("ulimit -f " + 2 * kib + " && exec \"$@\"");
    }

    /** Starts it by a shell script, whose arguments are its command line. */
    AssayProcess by(String script) {
        before.addAll(List.of("/bin/sh", "-c", script, "sh"));
        return this;
    }

    AssayProcess jvm(String argument) {
        jvmArguments.add(argument);
        return this;
    }

    AssayProcess environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Ended run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("assay did not end: " + Files.readString(folder.resolve("err")));
        }
        return ended(process);
    }

    Process start(String... arguments) throws IOException {
        // who starts the tests may ignore some signals, as nohup and a shell's & do
        List<String> command = new ArrayList<>(List.of("/usr/bin/env", "--default-signal"));
        command.addAll(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // as .mvn/jvm.config has it: less than half the CPU time for what lives so shortly
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        // an archive that is not there, or of another jar, is left aside without a word
        command.addAll(List.of("-Xlog:disable", "-XX:SharedArchiveFile=" + System.getProperty("assay.classes")));
        command.addAll(jvmArguments);
        command.addAll(List.of("-jar", System.getProperty("assay.jar")));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        STARTED.add(process);
        return process;
    }

    /** Ends what a test has left running: it would measure beside the tests that follow, and make them fail. */
    public static final class EndStarted implements AfterEachCallback {
        @Override
        public void afterEach(ExtensionContext context) throws InterruptedException {
            for (Process process = STARTED.poll(); process != null; process = STARTED.poll()) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    Ended ended(Process process) throws IOException {
        return new Ended(
                process.exitValue(),
                Files.readString(folder.resolve("out"), StandardCharsets.UTF_8),
                Files.readString(folder.resolve("err"), StandardCharsets.UTF_8));
    }
}
