package dev.assay.run;

import dev.assay.model.AssayException.MeterFailure;
import dev.assay.model.run.Sample;

/** Ends a run whose meter keeps dying. */
final class MeterLosses {
    /** What costs its meter is given up alone; whoever starts nothing but Assay's own program, or that many others, is not at fault. */
    private static final int MOST_FLOORS = 3;

    private static final int MOST = 6;

    private int inARow;
    private int floorsInARow;

    /**
     * Takes note of a process.
     *
     * @throws MeterFailure if the meter was lost with too many of them in a row
     */
    void seen(Sample sample) {
        boolean floor = Schedule.isFloor(sample.trial());
        inARow = sample.lost() ? inARow + 1 : 0;
        if (floor) {
            floorsInARow = sample.lost() ? floorsInARow + 1 : 0;
        }
        if (inARow == MOST || floorsInARow == MOST_FLOORS) {
            int times = floor ? Math.max(inARow, floorsInARow) : inARow;
            throw new MeterFailure(
                    "The meter was lost " + times + " times in a row, most recently with " + sample.trial()
                            + ": " + sample.problem()
                            + ". Earlier results are in the journal. Is something killing it, such as a memory limit?");
        }
    }
}
