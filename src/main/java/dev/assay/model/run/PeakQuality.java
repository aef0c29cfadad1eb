package dev.assay.model.run;

import java.util.Locale;

/** How a peak of memory became known. */
public enum PeakQuality {
    /** Read from every address space at its end. */
    EXACT,
    /** Some address spaces were missed. */
    PARTIAL,
    /** {@code ru_maxrss} by {@code wait4}, which starts from the launching process's own peak: here the meter's. */
    RUSAGE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
