package dev.assay.model;

import org.jspecify.annotations.Nullable;

/**
 * What is measured again and again: an implementation at fixed parameters, ready to start.
 *
 * @param id which one
 * @param command how it is started; null when it is skipped
 * @param expected what it must print; null when outputs are compared with each other or not at all
 * @param kernelTime whether it reports the time of its own work
 * @param skipped why it is not measured; null when it is
 */
public record Trial(
        TrialId id,
        @Nullable Command command,
        @Nullable ExpectedOutput expected,
        boolean kernelTime,
        @Nullable String skipped) {
    public Trial {
        if ((command == null) != (skipped != null)) {
            throw new IllegalArgumentException(
                    "the trial " + id + " needs either a command or the reason why it is skipped");
        }
    }
}
