package dev.assay.model;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is measured again and again: an implementation at fixed parameters, ready to start.
 *
 * @param id which one
 * @param command how it is started; null when it is skipped
 * @param expected what it must print; null when outputs are compared with each other or not at all
 * @param kernelTime whether it reports the time of its own work
 * @param skipped why it is not measured; null when it is
 * @param builds the executables of its builds, the command's own first: the same code laid out in other ways; empty for a program of one build
 */
public record Trial(
        TrialId id,
        @Nullable Command command,
        @Nullable ExpectedOutput expected,
        boolean kernelTime,
        @Nullable String skipped,
        List<Path> builds) {
    public Trial {
        builds = List.copyOf(builds);
        if ((command == null) != (skipped != null)) {
            throw new IllegalArgumentException(
                    "the trial " + id + " needs either a command or the reason why it is skipped");
        }
    }

    /** A program of one build. */
    public Trial(
            TrialId id,
            @Nullable Command command,
            @Nullable ExpectedOutput expected,
            boolean kernelTime,
            @Nullable String skipped) {
        this(id, command, expected, kernelTime, skipped, List.of());
    }

    /**
     * How one of its builds is started.
     *
     * @param build its number, from 0; null for a program of one build
     * @throws IllegalStateException if it is skipped
     */
    public Command command(@Nullable Integer build) {
        if (command == null) {
            throw new IllegalStateException("the trial " + id + " is skipped");
        }
        return build == null ? command : command.startedBy(builds.get(build));
    }
}
