package dev.assay.model.result;

import dev.assay.model.Metric;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What this session could not have distinguished.
 *
 * @param floor the no-op
 * @param floorSpread how the no-op's wall time and peak memory are spread over its counted samples; without those that it has none of
 * @param handlingNs CPU time that harness and meter need for any process, however short, by the no-op's samples; null when not known
 * @param canary one program against itself; null when nothing could serve
 * @param canaryPassed whether the canary's 90 % interval lies inside (1/1.02, 1.02); null without a canary
 * @param resolution the smallest ratio, at least 1.02, that a verdict of this session may rest on
 */
public record Noise(
        TrialResult floor,
        Map<Metric, Distribution> floorSpread,
        @Nullable Double handlingNs,
        @Nullable Comparison canary,
        @Nullable Boolean canaryPassed,
        double resolution) {
    public Noise {
        floorSpread = Collections.unmodifiableMap(new LinkedHashMap<>(floorSpread));
    }
}
