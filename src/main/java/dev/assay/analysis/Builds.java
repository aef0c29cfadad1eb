package dev.assay.analysis;

import dev.assay.model.Header;
import dev.assay.model.Trial;
import java.util.List;

/** Whether a trial starts the same program in two runs. */
final class Builds {
    private final Header baseline;
    private final Header contender;

    /** What is known of that. */
    enum Sameness {
        /** The same executables, text and arguments. */
        SAME,
        /** A journal does not say which they were. */
        UNKNOWN,
        /** Something differs. */
        OTHER
    }

    Builds(Header baseline, Header contender) {
        this.baseline = baseline;
        this.contender = contender;
    }

    /** Whether it does. */
    Sameness sameness(Trial before, Trial after) {
        if (Program.of(baseline, before).isSame(Program.of(contender, after))) {
            return Sameness.SAME;
        }
        return differences(before, after).isEmpty() ? Sameness.UNKNOWN : Sameness.OTHER;
    }

    /** In what it differs, as far as both runs say. */
    List<String> differences(Trial before, Trial after) {
        return Program.of(baseline, before).differences(Program.of(contender, after));
    }
}
