package dev.assay.meter;

import dev.assay.model.AssayException;
import java.util.ArrayList;
import java.util.List;

/** Runs one process at a time and measures it. */
public interface Meter extends AutoCloseable {
    /**
     * Runs a process to its end.
     *
     * @throws Lost if the meter died while it held the request; the next call finds a new one
     * @throws AssayException.MeterFailure if the meter refuses the request or cannot be started
     */
    MeterRecord measure(MeterRequest request) throws Lost;

    /**
     * Runs processes one right after the other, with nothing of this JVM in between, until one does not end well.
     *
     * @param requests at least one
     * @return the records of those that ran, the first ones, in order; at least one, and not all if one did not end well, or if they are too
     *     many for one row
     * @throws Lost if the meter died while it held any of the requests, with the records that it had
     * @throws AssayException.MeterFailure if the meter refuses a request or cannot be started
     */
    default List<MeterRecord> measureRow(List<MeterRequest> requests) throws Lost {
        List<MeterRecord> records = new ArrayList<>();
        for (MeterRequest request : requests) {
            MeterRecord record = measure(request);
            records.add(record);
            if (!record.exit().ok()) {
                break;
            }
        }
        return records;
    }

    /**
     * Another meter, which runs a process while this one runs one; always the same. It ends with this one, by {@link #close} and by
     * {@link #renew}. This one itself where there is no other.
     */
    default Meter beside() {
        return this;
    }

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
