package dev.assay.model.run;

/**
 * What one process says of the steps that its work is made of, each of them timed by itself on the clock of the thread's CPU time.
 *
 * @param medianNs the median step, nanoseconds
 * @param tailNs the 99.9th percentile by nearest rank, nanoseconds; of up to a thousand steps that is the longest
 */
public record StepTimes(long medianNs, long tailNs) {
    public StepTimes {
        if (medianNs < 1 || tailNs < medianNs) {
            throw new IllegalArgumentException("steps have a median above zero and a tail that is no shorter, not "
                    + medianNs + " and " + tailNs + " ns");
        }
    }

    /** How many times the median a long step takes; 1 where no step is longer than others. */
    public double pause() {
        return (double) tailNs / medianNs;
    }
}
