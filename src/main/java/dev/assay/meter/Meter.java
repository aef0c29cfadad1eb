package dev.assay.meter;

import dev.assay.model.AssayException;

/** Runs one process at a time and measures it. */
public interface Meter extends AutoCloseable {
    /**
     * Runs a process to its end.
     *
     * @throws Lost if the meter died while it held the request; the next call finds a new one
     * @throws AssayException.MeterFailure if the meter refuses the request or cannot be started
     */
    MeterRecord measure(MeterRequest request) throws Lost;

    /** Has the next request served by a meter that nothing was measured with before. Not while a request is held. */
    void renew();

    /** Ends the meter and whatever it runs. May be called from any thread, and more than once. */
    @Override
    void close();

    /** The meter died while it held a request: that sample is invalid. */
    final class Lost extends Exception {
        private static final long serialVersionUID = 1L;

        /** With the meter's last words. */
        public Lost(String message) {
            super(message);
        }
    }
}
