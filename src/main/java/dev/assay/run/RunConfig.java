package dev.assay.run;

import dev.assay.meter.Limits;
import dev.assay.model.run.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What holds for every process of a run.
 *
 * @param scratch a folder for outputs and for the empty folder that programs run in
 * @param limits what each process must keep to
 * @param users what the user's commands find
 * @param agreeingOutputs whether trials of one workload without an expected output must print the same
 * @param pinning which processors programs may use
 * @param preparation what is run before each process of a user's command; null for nothing
 * @param following whether programs are followed for their memory; else the kernel's {@code ru_maxrss} has to do
 */
public record RunConfig(
        Path scratch,
        Limits limits,
        UserEnvironment users,
        boolean agreeingOutputs,
        Pinning pinning,
        @Nullable Command preparation,
        boolean following) {
    /** How much a process may write: 64 MiB. */
    private static final long OUTPUT_LIMIT_BYTES = 64L << 20;

    /** How long a process has between being asked to end and being killed. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    /** Without a preparation. */
    public RunConfig(
            Path scratch,
            Limits limits,
            Map<String, String> usersEnvironment,
            boolean agreeingOutputs,
            Pinning pinning) {
        this(scratch, limits, UserEnvironment.of(usersEnvironment), agreeingOutputs, pinning, null, true);
    }

    /** Without pinning. */
    public RunConfig(Path scratch, Limits limits, Map<String, String> usersEnvironment, boolean agreeingOutputs) {
        this(scratch, limits, usersEnvironment, agreeingOutputs, Pinning.NONE);
    }

    /** How much a user's command may write unless more is asked for: 4 GiB, so that one without an end leaves room on a disk. */
    public static final long USERS_OUTPUT_LIMIT_BYTES = 4L << 30;

    /** The limits of a process that may take so long. */
    public static Limits limits(Duration timeout) {
        return Limits.of(timeout, GRACE, OUTPUT_LIMIT_BYTES);
    }

    /** The same, with programs followed for their memory or not. */
    public RunConfig following(boolean wanted) {
        return new RunConfig(scratch, limits, users, agreeingOutputs, pinning, preparation, wanted);
    }

    /** Without the values of the environment. */
    @Override
    public String toString() {
        return "RunConfig[" + scratch + ", " + limits + ", " + agreeingOutputs + ", " + pinning + ", " + preparation
                + "]";
    }
}
