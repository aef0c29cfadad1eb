package dev.assay.benchmarks;

import java.io.IOException;

/** Something that starts a program again and again and says how long each run took. */
interface Launcher {
    /** Its name in the table. */
    String name();

    /** Runs that come first and do not count: whoever was last at work, its turn begins with all in place. */
    int WARM_UPS = 5;

    /** The wall time of each run in nanoseconds, without the warm-ups. */
    double[] walls(int runs) throws IOException, InterruptedException;
}
