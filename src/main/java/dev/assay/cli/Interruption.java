package dev.assay.cli;

import dev.assay.meter.Meter;
import dev.assay.run.Session;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What happens on Ctrl-C or SIGTERM: the running program is ended with the meter, the session stops, and the process waits until what was
 * measured is written. The exit code is then the signal's, 130 for Ctrl-C.
 */
final class Interruption {
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch written = new CountDownLatch(1);
    private final Thread hook;

    Interruption(Session session, Meter meter) {
        hook = new Thread(
                () -> {
                    session.interrupt();
                    meter.close();
                    await();
                },
                "assay-interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void await() {
        try {
            if (!written.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything is written: from here on there is nothing to wait for. */
    void over() {
        written.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is already going down, which is what the hook was for
            return;
        }
    }
}
