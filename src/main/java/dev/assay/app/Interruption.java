package dev.assay.app;

import dev.assay.console.Console;
import dev.assay.meter.Meter;
import dev.assay.process.Threads;
import dev.assay.run.RunExecutor;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What happens on Ctrl-C or SIGTERM: the running program is ended with the meter, the session stops, and the process waits until what was
 * measured is written. The exit code is then the signal's, 130 for Ctrl-C.
 */
final class Interruption {
    private static final long PATIENCE_SECONDS = 30;

    /** What a shell calls the end of a process by SIGINT: 128 and the number of the signal. */
    private static final int INTERRUPTED = 130;

    private final CountDownLatch written = new CountDownLatch(1);
    private final Thread hook;

    Interruption(RunExecutor executor, Meter meter) {
        hook = Threads.named("assay-interruption", () -> {
            executor.interrupt();
            meter.close();
            await();
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Does some work before there is anything to keep; on Ctrl-C the terminal is left with a clean line that says so. */
    static <T> T announced(Console console, String doing, Supplier<T> work) {
        Thread announcement = Threads.named(
                "assay-announcement",
                () -> console.warn("assay: interrupted while " + doing + "; nothing was measured yet."));
        Runtime.getRuntime().addShutdownHook(announcement);
        try {
            return work.get();
        } finally {
            if (!forget(announcement)) {
                // the compiler was interrupted too, and what it made of that is not the user's business
                untilTheEnd();
            }
        }
    }

    private static void untilTheEnd() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await() {
        try {
            if (!written.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(INTERRUPTED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything is written: from here on there is nothing to wait for. */
    void over() {
        written.countDown();
        forget(hook);
    }

    /** Takes a hook back; false when the process is already going down. */
    private static boolean forget(Thread hook) {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
