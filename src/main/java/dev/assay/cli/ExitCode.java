package dev.assay.cli;

import dev.assay.model.AssayException;

/** What the process answers, the first that applies. */
enum ExitCode {
    /** All is done. */
    DONE(0),
    /** A gate of {@code --fail-on} was met, or what {@code doctor} found would make figures mislead. */
    GATE(1),
    /** A wrong option, manifest or folder. */
    USAGE(2),
    /** A workload failed, or outputs differ; the others were measured. */
    WORKLOAD(3),
    /** A compiler or interpreter is missing or fails. */
    TOOLCHAIN(4),
    /** A gate of {@code --fail-on} could judge nothing. */
    UNJUDGED(5),
    /** Assay itself is at fault. */
    INTERNAL(70),
    /** Interrupted; what was measured is kept. */
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static ExitCode of(AssayException e) {
        if (e instanceof AssayException.ToolchainFailure) {
            return TOOLCHAIN;
        }
        return e instanceof AssayException.MeterFailure ? WORKLOAD : USAGE;
    }
}
