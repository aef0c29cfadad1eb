package dev.assay.toolchain.host;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Takes the steps of a build on several threads, with the outcome of taking them one by one. */
final class SideBySide {
    private final List<BuildStep> steps;
    private final BuildListener listener;
    private final @Nullable RuntimeException[] failures;
    private int next;
    private boolean failed;

    private SideBySide(List<BuildStep> steps, BuildListener listener) {
        this.steps = steps;
        this.listener = listener;
        this.failures = new RuntimeException[steps.size()];
    }

    /**
     * Takes all steps. They begin in their order.
     *
     * @param threads how many at a time
     * @throws RuntimeException what the first in order threw; the steps before it were taken, and none began after it had failed
     */
    static void run(List<BuildStep> steps, int threads, BuildListener listener) {
        SideBySide all = new SideBySide(List.copyOf(steps), listener);
        all.run(Math.min(threads, steps.size()));
        for (@Nullable RuntimeException failure : all.failures) {
            if (failure != null) {
                throw failure;
            }
        }
    }

    private void run(int threads) {
        if (threads == 0) {
            return;
        }
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        List<Future<?>> workers = new ArrayList<>();
        try {
            for (int thread = 0; thread < threads; thread++) {
                workers.add(executor.submit(this::takeWhatIsLeft));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while building", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            // an interrupted thread ends what it started
            executor.shutdownNow();
        }
    }

    private void takeWhatIsLeft() {
        for (int step = begin(); step < steps.size(); step = begin()) {
            try {
                steps.get(step).work().run();
            } catch (RuntimeException e) {
                fail(step, e);
            }
        }
    }

    /** The next step, which was told of; none when one has failed. */
    private synchronized int begin() {
        if (failed || next == steps.size()) {
            return steps.size();
        }
        listener.step(steps.get(next).what());
        return next++;
    }

    private synchronized void fail(int step, RuntimeException failure) {
        failures[step] = failure;
        failed = true;
    }
}
