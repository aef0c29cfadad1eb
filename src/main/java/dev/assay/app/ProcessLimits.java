package dev.assay.app;

import dev.assay.app.request.CommandOptions;
import dev.assay.app.request.RunOptions;
import dev.assay.app.request.RunRequest;
import dev.assay.meter.Limits;
import dev.assay.run.RunConfig;

/** What each process of a run must keep to. */
final class ProcessLimits {
    private ProcessLimits() {}

    /** Reads it from a complete request. Commands may write more than the catalog's programs. */
    static Limits read(RunRequest request) {
        Limits usual = RunConfig.limits(request.get(RunOptions.TIMEOUT));
        return new Limits(
                usual.timeout(),
                usual.grace(),
                request.comparesCommands()
                        ? request.get(CommandOptions.OUTPUT_LIMIT, RunConfig.USERS_OUTPUT_LIMIT_BYTES)
                        : usual.outputBytes(),
                request.find(RunOptions.CPU_LIMIT),
                request.find(RunOptions.MEMORY_LIMIT),
                request.find(RunOptions.PROCESS_LIMIT));
    }
}
