package dev.assay.model.run;

/**
 * What one hardware counter counted. Where the processor has fewer counters than were asked for, the kernel lets them take turns: then
 * {@code runningNs} is less than {@code enabledNs}, and the count is of that part alone (perf_event_open(2)). Nothing is scaled here.
 *
 * @param count how many events
 * @param enabledNs how long it was to count
 * @param runningNs how long it did
 */
public record Counter(long count, long enabledNs, long runningNs) {}
