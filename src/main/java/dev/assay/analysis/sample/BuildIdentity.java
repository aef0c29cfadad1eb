package dev.assay.analysis.sample;

import dev.assay.model.run.RunHeader;
import dev.assay.model.run.Trial;
import java.util.List;

/** Whether a trial starts the same program in two runs. */
public final class BuildIdentity {
    private final RunHeader baseline;
    private final RunHeader contender;

    /** What is known of that. */
    public enum Sameness {
        /** The same executables, text and arguments. */
        SAME,
        /** A journal does not say which they were. */
        UNKNOWN,
        /** Something differs. */
        OTHER
    }

    public BuildIdentity(RunHeader baseline, RunHeader contender) {
        this.baseline = baseline;
        this.contender = contender;
    }

    /** Whether it does. */
    public Sameness sameness(Trial before, Trial after) {
        if (ProgramIdentity.of(baseline, before).isSame(ProgramIdentity.of(contender, after))) {
            return Sameness.SAME;
        }
        return differences(before, after).isEmpty() ? Sameness.UNKNOWN : Sameness.OTHER;
    }

    /** In what it differs, as far as both runs say. */
    public List<String> differences(Trial before, Trial after) {
        return ProgramIdentity.of(baseline, before).differences(ProgramIdentity.of(contender, after));
    }
}
