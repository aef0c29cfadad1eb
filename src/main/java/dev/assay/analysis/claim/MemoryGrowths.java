package dev.assay.analysis.claim;

import dev.assay.analysis.estimate.IndexedRecording;
import dev.assay.analysis.estimate.LogEstimate;
import dev.assay.model.catalog.ComparisonSide;
import dev.assay.model.catalog.Condition.Quantity;
import dev.assay.model.catalog.GrowthSetup;
import dev.assay.model.result.Estimate.Kind;
import dev.assay.model.run.MemoryGrowth;
import dev.assay.model.run.ProbeResult;
import dev.assay.stats.Mean;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much memory an element takes, as probes found it: data structures are in the place of workloads. */
final class MemoryGrowths {
    private final List<ProbeResult> probes;
    private final List<MemoryGrowth> growths;

    MemoryGrowths(IndexedRecording indexed) {
        this.probes = indexed.probes();
        this.growths = MemoryGrowth.of(probes);
    }

    /** The structures that were tried. */
    List<String> structures() {
        return probes.stream()
                .filter(probe -> probe.probe().procedure().growth() != null)
                .map(MemoryGrowths::structure)
                .distinct()
                .toList();
    }

    private static String structure(ProbeResult result) {
        GrowthSetup growth = result.probe().procedure().growth();
        return result.probe().suite() + "/" + (growth == null ? "" : growth.structure());
    }

    /** The bytes of one side, or baseline over contender; null, and a gap, when they are not known. */
    @Nullable
    LogEstimate read(Quantity quantity, String structure, List<MissingData> gaps) {
        LogEstimate reading = null;
        for (ComparisonSide side : quantity.sides()) {
            MemoryGrowth growth = growths.stream()
                    .filter(each -> each.structure().equals(structure)
                            && each.runtime() == side.runtime()
                            && each.variant().equals(side.variant()))
                    .findFirst()
                    .orElse(null);
            if (growth == null || growth.bytes() <= 0) {
                gaps.add(new MissingData(
                        quantity.metric().title() + " of " + side.label() + " in " + structure,
                        growth == null ? why(side, structure) : "its memory does not grow with the count"));
                return null;
            }
            reading = reading == null ? estimate(growth) : reading.over(estimate(growth));
        }
        return reading;
    }

    private String why(ComparisonSide side, String structure) {
        return probes.stream()
                .filter(probe -> probe.probe().runtime() == side.runtime()
                        && probe.probe().procedure().growth() != null
                        && structure(probe).equals(structure)
                        && probe.reason() != null)
                .map(probe -> String.valueOf(probe.reason()))
                .findFirst()
                .orElse("not measured");
    }

    /** The error of a logarithm is that of the value in relation to it. */
    private static LogEstimate estimate(MemoryGrowth growth) {
        double value = Math.log(growth.bytes());
        Mean mean = growth.standardError() == 0
                ? Mean.exactly(value)
                : new Mean(value, growth.standardError() / growth.bytes(), growth.degreesOfFreedom());
        return new LogEstimate(value, mean, 0, Kind.CONFIDENCE);
    }
}
