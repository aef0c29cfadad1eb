package dev.assay.benchmarks;

import java.io.IOException;

/** Something that starts a program again and again and says how long each run took. */
interface Launcher {
    /** Its name in the table. */
    String name();

    /** The wall time of each run in nanoseconds. */
    double[] walls(int runs) throws IOException, InterruptedException;
}
