package dev.assay.model;

import org.jspecify.annotations.Nullable;

/**
 * What this session could not have told apart.
 *
 * @param floor the no-op
 * @param canary one program against itself; null when nothing could serve
 * @param canaryPassed whether the canary's 90 % interval lies inside (1/1.02, 1.02); null without a canary
 * @param resolution the smallest ratio, at least 1.02, that a verdict of this session may rest on
 */
public record Noise(
        TrialResult floor,
        @Nullable Comparison canary,
        @Nullable Boolean canaryPassed,
        double resolution) {}
