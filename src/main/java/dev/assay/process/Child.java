package dev.assay.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DaemonExecutor;
import org.apache.commons.exec.DefaultExecutor;
import org.apache.commons.exec.ExecuteException;
import org.apache.commons.exec.ExecuteResultHandler;
import org.apache.commons.exec.ExecuteStreamHandler;
import org.apache.commons.exec.ProcessDestroyer;

/**
 * A process that Commons Exec started and looks after on a thread of its own.
 *
 * <p>Commons Exec hands out no {@link Process}; its hook for a {@link ProcessDestroyer} is called with it as soon as it runs. Its watchdog is
 * not used, because that ends only the process itself and then waits for whatever still holds its output.
 */
final class Child {
    private final Process process;
    private final CompletableFuture<Integer> exit;

    private Child(Process process, CompletableFuture<Integer> exit) {
        this.process = process;
        this.exit = exit;
    }

    /**
     * Starts a program; its streams go to the handler. An interrupt does not end the short wait for the start, for then nobody would know the
     * process that is about to run; the thread stays interrupted.
     *
     * @throws IOException with the system's words if it cannot be started
     */
    static Child start(List<String> argv, Map<String, String> environment, Path directory, ExecuteStreamHandler streams)
            throws IOException {
        DefaultExecutor executor = DaemonExecutor.builder()
                .setThreadFactory(work -> Threads.daemon("command", work))
                .setWorkingDirectory(directory)
                .setExecuteStreamHandler(streams)
                .get();
        executor.setExitValues(null);
        Observer observer = new Observer();
        executor.setProcessDestroyer(observer);
        executor.execute(commandLine(argv), environment, observer);
        try {
            return new Child(observer.started.join(), observer.exit);
        } catch (CompletionException e) {
            throw new IOException(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        }
    }

    Process process() {
        return process;
    }

    /** Completed with the exit code once the process has ended and its stream handler has been stopped. */
    CompletableFuture<Integer> exit() {
        return exit;
    }

    /** Waits until the process has ended and its output was read, and says whether that came about in time. */
    boolean endsWithin(Duration time) throws InterruptedException {
        try {
            exit.get(time.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return !process.isAlive();
        }
    }

    /** Arguments are passed as they are: Commons Exec would quote them a second time. */
    private static CommandLine commandLine(List<String> argv) {
        CommandLine line = new CommandLine(argv.get(0));
        argv.stream().skip(1).forEach(argument -> line.addArgument(argument, false));
        return line;
    }

    /** Learns from Commons Exec that the process has started, has ended, or could not be started. */
    private static final class Observer implements ProcessDestroyer, ExecuteResultHandler {
        private final CompletableFuture<Process> started = new CompletableFuture<>();
        private final CompletableFuture<Integer> exit = new CompletableFuture<>();

        @Override
        public boolean add(Process process) {
            return started.complete(process);
        }

        @Override
        public boolean remove(Process process) {
            return true;
        }

        @Override
        public int size() {
            return 0;
        }

        @Override
        public void onProcessComplete(int exitValue) {
            exit.complete(exitValue);
        }

        @Override
        public void onProcessFailed(ExecuteException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            started.completeExceptionally(cause);
            exit.completeExceptionally(cause);
        }
    }
}
