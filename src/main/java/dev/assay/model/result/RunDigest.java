package dev.assay.model.result;

import dev.assay.model.catalog.ClaimVerdict;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of several runs, in short.
 *
 * @param folder the name of its folder
 * @param reported whether it has a report
 * @param content what its result says; null where there is none that can be read
 */
public record RunDigest(
        String folder, boolean reported, @Nullable Content content) {
    /**
     * What a result says.
     *
     * @param startedAt when it began
     * @param finishedAt when it ended; null when it never said
     * @param partial whether something of the plan is missing
     * @param profile how much was measured
     * @param cpuModel on what
     * @param failed how many trials failed
     * @param claims how many claims came out how; none of two commands
     * @param means the geometric means over its suites
     */
    public record Content(
            Instant startedAt,
            @Nullable Instant finishedAt,
            boolean partial,
            String profile,
            String cpuModel,
            int failed,
            Map<ClaimVerdict, Integer> claims,
            List<Mean> means) {
        public Content {
            Map<ClaimVerdict, Integer> ordered = new EnumMap<>(ClaimVerdict.class);
            ordered.putAll(claims);
            claims = Collections.unmodifiableMap(ordered);
            means = List.copyOf(means);
        }
    }

    /**
     * A geometric mean.
     *
     * @param suite over what
     * @param metric of what
     * @param baseline the side above the line, as {@code runtime:variant}
     * @param contender the side below it
     * @param ratio the mean
     */
    public record Mean(String suite, String metric, String baseline, String contender, double ratio) {}
}
