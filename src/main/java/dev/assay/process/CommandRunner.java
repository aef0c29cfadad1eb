package dev.assay.process;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a command to its end. Tests put a subclass in its place. */
public class CommandRunner {
    /** How long a killed process may take to be gone. */
    private static final Duration AFTER_KILL = Duration.ofSeconds(5);

    /**
     * Runs a command and waits for it. Every end is a result: a wrong exit code, a time limit, a program that does not exist. Over its time, or
     * when the calling thread is interrupted, the command is killed with everything that it started.
     */
    public CommandResult run(Invocation invocation) {
        Capture capture = new Capture(invocation.onLine());
        try {
            Child child = Child.start(invocation.argv(), invocation.environment(), invocation.directory(), capture);
            return await(child, invocation.timeout(), capture);
        } catch (IOException e) {
            return CommandResult.notStarted(String.valueOf(e.getMessage()));
        }
    }

    private static CommandResult await(Child child, Duration timeout, Capture capture) throws IOException {
        try {
            int code = child.exit().get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return capture.finished(CommandResult.Outcome.EXITED, code);
        } catch (TimeoutException e) {
            kill(child);
            return capture.finished(CommandResult.Outcome.TIMED_OUT, null);
        } catch (InterruptedException e) {
            kill(child);
            Thread.currentThread().interrupt();
            return capture.finished(CommandResult.Outcome.INTERRUPTED, null);
        } catch (ExecutionException e) {
            kill(child);
            throw new IOException(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        }
    }

    /** Waits for the end too, so that nothing of the command is left when its result is read. */
    private static void kill(Child child) {
        ProcessTree.kill(child.process());
        try {
            child.endsWithin(AFTER_KILL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
