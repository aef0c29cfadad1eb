package dev.assay.console;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Begins with the system's time and only goes on, whoever sets that meanwhile: what is left of a run is told by how long it has taken. */
public final class SteadyClock extends Clock {
    private final Instant begun = Instant.now();
    private final long begunNs = System.nanoTime();

    @Override
    public Instant instant() {
        return begun.plusNanos(System.nanoTime() - begunNs);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants have no zone");
    }
}
