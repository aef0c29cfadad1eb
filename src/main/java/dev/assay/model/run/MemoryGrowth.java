package dev.assay.model.run;

import dev.assay.model.Runtime;
import dev.assay.model.catalog.GrowthSetup;
import dev.assay.model.catalog.ProbeOutcome;
import java.util.ArrayList;
import java.util.List;

/**
 * How much memory each element of a data structure takes: the slope of the least-squares line through the peaks at several counts. What a
 * program takes however little it makes, such as the interpreter, does not change the slope.
 *
 * @param structure the suite and the name of the structure, such as {@code growth/integers}
 * @param runtime the language
 * @param variant {@code std} or another structure for the same
 * @param probe the id of the probe
 * @param bytes the slope, bytes per element
 * @param standardError its standard error: how far the peaks lie from a line. 0 if they lie on it
 * @param counts at how many counts memory was read, 3 or more
 */
public record MemoryGrowth(
        String structure,
        Runtime runtime,
        String variant,
        String probe,
        double bytes,
        double standardError,
        int counts) {
    /** Parameters of a line. */
    private static final int PARAMETERS = 2;

    /** What was measured by some probes, in their order. */
    public static List<MemoryGrowth> of(List<ProbeResult> probes) {
        List<MemoryGrowth> found = new ArrayList<>();
        for (ProbeResult result : probes) {
            GrowthSetup growth = result.probe().procedure().growth();
            if (growth != null
                    && result.outcome() == ProbeOutcome.MEASURED
                    && result.peaks().size() > PARAMETERS) {
                found.add(line(result, growth));
            }
        }
        return found;
    }

    private static MemoryGrowth line(ProbeResult result, GrowthSetup growth) {
        List<ProbeResult.PeakAt> peaks = result.peaks();
        int number = peaks.size();
        double meanCount =
                peaks.stream().mapToDouble(ProbeResult.PeakAt::count).average().orElseThrow();
        double meanPeak = peaks.stream()
                .mapToDouble(ProbeResult.PeakAt::peakBytes)
                .average()
                .orElseThrow();
        double squares = 0;
        double products = 0;
        for (ProbeResult.PeakAt peak : peaks) {
            squares += (peak.count() - meanCount) * (peak.count() - meanCount);
            products += (peak.count() - meanCount) * (peak.peakBytes() - meanPeak);
        }
        double slope = products / squares;
        double rest = 0;
        for (ProbeResult.PeakAt peak : peaks) {
            double off = peak.peakBytes() - meanPeak - slope * (peak.count() - meanCount);
            rest += off * off;
        }
        return new MemoryGrowth(
                result.probe().suite() + "/" + growth.structure(),
                result.probe().runtime(),
                growth.variant(),
                result.probe().id(),
                slope,
                Math.sqrt(rest / (number - PARAMETERS) / squares),
                number);
    }

    /** The degrees of freedom of the standard error. */
    public int degreesOfFreedom() {
        return counts - PARAMETERS;
    }
}
