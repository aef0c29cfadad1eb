package dev.assay.meter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Runs processes on several meters at the same time. Their times say nothing then; the memory that a process needs is the same. */
public final class ParallelMeters {
    private final List<MeterRequest> requests;
    private final List<Attempt> attempts;
    private int next;
    private boolean ended;

    private ParallelMeters(List<MeterRequest> requests) {
        this.requests = List.copyOf(requests);
        this.attempts = new ArrayList<>(Collections.nCopies(requests.size(), Attempt.NONE));
    }

    /**
     * What became of a request.
     *
     * @param record of the process that ran; null if none did to its end
     * @param loss how the meter was lost with it; null if it was not
     */
    public record Attempt(@Nullable MeterRecord record, Meter.@Nullable Lost loss) {
        static final Attempt NONE = new Attempt(null, null);

        /** Whether the process ran, and ended well. */
        public boolean ok() {
            return record != null && record.exit().ok();
        }
    }

    /**
     * Runs processes until all have run, or until one does not end well: then those that run meanwhile are the last ones.
     *
     * @param meters each serves one request at a time
     * @param requests in the order in which they begin
     * @return what became of each request, in their order
     * @throws dev.assay.model.AssayException.MeterFailure if a meter refuses a request or cannot be started
     */
    public static List<Attempt> measure(Set<Meter> meters, List<MeterRequest> requests) {
        ParallelMeters all = new ParallelMeters(requests);
        ExecutorService threads = Executors.newFixedThreadPool(meters.size());
        try {
            List<Callable<Void>> workers = new ArrayList<>();
            meters.forEach(meter -> workers.add(() -> all.serve(meter)));
            for (Future<Void> worker : threads.invokeAll(workers)) {
                worker.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while processes ran", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
        return List.copyOf(all.attempts);
    }

    private @Nullable Void serve(Meter meter) {
        for (int request = begin(); request < requests.size(); request = begin()) {
            boolean served = false;
            try {
                take(request, new Attempt(meter.measure(requests.get(request)), null));
                served = true;
            } catch (Meter.Lost e) {
                take(request, new Attempt(null, e));
                served = true;
            } finally {
                if (!served) {
                    take(request, Attempt.NONE);
                }
            }
        }
        return null;
    }

    private synchronized int begin() {
        return ended ? requests.size() : next++;
    }

    private synchronized void take(int request, Attempt attempt) {
        attempts.set(request, attempt);
        ended |= !attempt.ok();
    }
}
