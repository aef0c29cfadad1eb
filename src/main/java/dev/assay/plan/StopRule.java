package dev.assay.plan;

import dev.assay.model.run.Sample;
import dev.assay.model.run.Trial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says how well what was measured of a group is known, which decides whether more is measured. It looks at the width of intervals alone,
 * never on which side of a threshold they lie: who stops at the first significant look finds differences between equal programs.
 */
public interface StopRule {
    /**
     * Where a group stands.
     *
     * @param group the trials that are compared with each other
     * @param samples their samples so far, warm-ups and failures included
     * @return null when that many of them have failed that there is nothing to compare
     */
    @Nullable
    PrecisionStatus standing(List<Trial> group, List<Sample> samples);
}
