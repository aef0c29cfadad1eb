package dev.assay.app;

import dev.assay.model.StoppingPolicy;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much is measured of each workload.
 *
 * @param blocks how many blocks count: exactly so many, or at most
 * @param sessions over how many sessions they are spread
 * @param stopping when a workload has enough of them; null when the number is fixed
 */
public record SampleSize(int blocks, int sessions, @Nullable StoppingPolicy stopping) {
    /** So many blocks in one session. */
    public static SampleSize fixed(int blocks) {
        return new SampleSize(blocks, 1, null);
    }

    /** The options that ask for it, the one for a fixed number by that name. */
    public Map<String, String> options(String fixed) {
        Map<String, String> options = new LinkedHashMap<>();
        if (stopping == null) {
            options.put(fixed, Integer.toString(blocks));
        } else {
            options.put("precision", stopping.target());
            options.put("budget", stopping.budget());
        }
        return options;
    }
}
