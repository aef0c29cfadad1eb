package dev.assay.analysis.estimate;

import dev.assay.analysis.sample.TrialSamples;
import dev.assay.model.Runtime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What starting a program costs: what the empty program of its runtime does, where the run has measured that. */
public final class StartupCosts {
    public static final String EMPTY = "startup/empty";

    private final Map<Runtime, TrialSamples> empty = new HashMap<>();

    public StartupCosts(IndexedRecording indexed) {
        for (TrialSamples trial : indexed.trials(EMPTY)) {
            if (trial.id().primary() && !trial.counted().isEmpty()) {
                empty.put(trial.id().runtime(), trial);
            }
        }
    }

    /** The empty program of a runtime; null where it was not measured. */
    public @Nullable TrialSamples find(Runtime runtime) {
        return empty.get(runtime);
    }
}
