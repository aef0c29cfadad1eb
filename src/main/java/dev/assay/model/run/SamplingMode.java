package dev.assay.model.run;

import java.util.Locale;

/** What a sample is for; the two are never mixed. */
public enum SamplingMode {
    /** Nothing looks at the process while it runs. */
    TIMING,
    /** The process's memory is followed, its times are thrown away. */
    MEMORY;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
