package dev.assay.plan;

import dev.assay.model.run.Sample;
import dev.assay.model.run.Trial;
import java.util.List;

/**
 * Says how well what was measured is known, which decides what is measured further. It looks at the width of intervals, and at how far from any
 * line of a verdict they lie: who stops at the first significant look finds differences between equal programs.
 */
public interface StopRule {
    /**
     * Where the comparisons of some groups stand. How narrow one must become can depend on those of other groups: some claims are about means.
     *
     * @param groups trials that are compared with each other
     * @param samples their samples so far, warm-ups and failures included
     * @return for each group in order its comparisons; none when failures left nothing to compare
     */
    List<List<PrecisionStatus>> standings(List<List<Trial>> groups, List<Sample> samples);
}
