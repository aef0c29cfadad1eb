package dev.assay.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real processes. The time limits only end a test that hangs. */
@Timeout(60)
class CommandRunnerIT {
    private static final Duration LONG = Duration.ofSeconds(50);

    private final CommandRunner runner = new CommandRunner();

    @TempDir
    Path folder;

    @Test
    void givesCodeAndBothStreams() {
        CommandResult finished = run("printf 'grüße\\n'; printf 'fehler\\n' >&2; exit 3");

        assertThat(finished).isEqualTo(CommandResult.exited(3, "grüße\n", "fehler\n"));
        assertThat(finished.ok()).isFalse();
    }

    @Test
    void passesArgumentsAsTheyAre() {
        CommandResult finished = runner.run(new Invocation(
                List.of("/usr/bin/printf", "[%s]", "a b", "\"q\"", "'s'", "", "$HOME", "${x}", "back\\slash", "*"),
                Map.of("x", "y"),
                folder,
                LONG));

        assertThat(finished.stdout()).isEqualTo("[a b][\"q\"]['s'][][$HOME][${x}][back\\slash][*]");
    }

    @Test
    void givesTheChildThatEnvironmentAndNoOther() {
        CommandResult finished =
                runner.run(new Invocation(List.of("/usr/bin/env"), Map.of("ONLY", "wört er"), folder, LONG));

        assertThat(finished.stdout()).isEqualTo("ONLY=wört er\n");
    }

    @Test
    void runsInTheDirectoryWhateverItsName() throws IOException {
        Path strange = Files.createDirectory(folder.resolve("mit Umläuten und 'Zeichen'"));
        CommandResult finished = runner.run(
                new Invocation(List.of("/bin/sh", "-c", "touch here"), Map.of("PATH", "/usr/bin:/bin"), strange, LONG));

        assertThat(finished.ok()).isTrue();
        assertThat(strange.resolve("here")).exists();
    }

    @Test
    void startsAProgramWhateverItsName() throws IOException {
        Path program = Files.writeString(folder.resolve("ein prögramm"), "#!/bin/sh\necho \"$@\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));

        assertThat(runner.run(new Invocation(List.of(program.toString(), "x"), Map.of(), folder, LONG))
                        .stdout())
                .isEqualTo("x\n");
    }

    @Test
    void hasNoInput() {
        assertThat(run("cat; echo end").stdout()).isEqualTo("end\n");
    }

    @Test
    void saysWhyAProgramCannotBeStarted() {
        CommandResult finished = runner.run(new Invocation(List.of("/nowhere/at all"), Map.of(), folder, LONG));

        assertThat(finished.outcome()).isEqualTo(CommandResult.Outcome.NOT_STARTED);
        assertThat(finished.exitCode()).isNull();
        assertThat(finished.describe()).contains("/nowhere/at all").contains("No such file or directory");
    }

    @Test
    void saysThatADirectoryIsMissing() {
        CommandResult finished =
                runner.run(new Invocation(List.of("/bin/true"), Map.of(), folder.resolve("missing"), LONG));

        assertThat(finished.outcome()).isEqualTo(CommandResult.Outcome.NOT_STARTED);
        assertThat(finished.describe()).contains("missing");
    }

    @Test
    void keepsTheEndOfALongOutput() {
        CommandResult finished = run("head -c 3000000 /dev/zero | tr '\\0' x; echo end");

        assertThat(finished.stdout()).hasSize(1 << 20).endsWith("xend\n");
        assertThat(finished.truncated()).isTrue();
    }

    @Test
    void tellsOfEveryLine() {
        List<String> lines = new CopyOnWriteArrayList<>();
        runner.run(new Invocation(
                List.of("/bin/sh", "-c", "echo one; echo two >&2; printf three"), path(), folder, LONG, lines::add));

        assertThat(lines).containsExactlyInAnyOrder("one", "two", "three");
    }

    @Test
    void killsTheWholeTreeAtTheTimeLimit() throws IOException {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        CommandResult finished = runner.run(new Invocation(
                List.of("/bin/sh", "-c", "sleep 1000 & echo $!; sleep 1000"),
                path(),
                folder,
                Duration.ofSeconds(1),
                lines::add));

        assertThat(finished.outcome()).isEqualTo(CommandResult.Outcome.TIMED_OUT);
        assertThat(ProcessState.ended(Long.parseLong(finished.stdout().strip())))
                .isTrue();
    }

    @Test
    void killsTheWholeTreeWhenInterrupted() throws InterruptedException, ExecutionException, IOException {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> stillInterrupted = thread.submit(() -> {
                CommandResult finished = runner.run(new Invocation(
                        List.of("/bin/sh", "-c", "sleep 1000 & echo $!; wait"), path(), folder, LONG, lines::add));
                return finished.outcome() == CommandResult.Outcome.INTERRUPTED
                        && Thread.currentThread().isInterrupted();
            });
            long grandchild = Long.parseLong(lines.take());
            thread.shutdownNow();

            assertThat(stillInterrupted.get()).isTrue();
            assertThat(ProcessState.ended(grandchild)).isTrue();
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void leavesNothingBehindWhenTheThreadWasInterruptedBeforehand() {
        Thread.currentThread().interrupt();
        CommandResult finished = run("exec sleep 1000");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(finished.outcome()).isEqualTo(CommandResult.Outcome.INTERRUPTED);
        assertThat(ProcessHandle.current().descendants().filter(CommandRunnerIT::sleeps))
                .isEmpty();
    }

    @Test
    void doesNotWaitForAStrangerWhoHoldsTheOutput() {
        CommandResult finished = run("sleep 1000 & echo $!");

        assertThat(finished.ok()).isTrue();
        long stranger = Long.parseLong(finished.stdout().strip());
        assertThat(ProcessHandle.of(stranger)).isPresent();
        ProcessHandle.of(stranger).ifPresent(ProcessHandle::destroyForcibly);
    }

    private CommandResult run(String script) {
        return runner.run(new Invocation(List.of("/bin/sh", "-c", script), path(), folder, LONG));
    }

    private static Map<String, String> path() {
        return Map.of("PATH", "/usr/bin:/bin");
    }

    private static boolean sleeps(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains("sleep 1000");
    }
}
