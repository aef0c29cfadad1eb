package dev.assay.benchmarks;

import dev.assay.stats.Mean;
import dev.assay.stats.Precision;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Another tool that times two commands, one after the other, as often as it finds right. */
interface OtherTool {
    /** Its name in the table. */
    String name();

    /**
     * Times both commands as the tool does by itself, and adds the times it reports to those there are.
     *
     * @param commands two commands
     * @param times of the first and of the second, in any unit
     */
    void time(List<List<String>> commands, List<List<Double>> times) throws IOException, InterruptedException;

    /** Of Welch's 95 % interval of the ratio of independent times, as a share; the tools pair nothing. */
    static double halfWidth(double[] first, double[] second) {
        return Precision.halfWidth(Mean.ofDifference(logs(first), logs(second)).interval(95));
    }

    private static double[] logs(double... times) {
        return Arrays.stream(times).map(Math::log).toArray();
    }
}
