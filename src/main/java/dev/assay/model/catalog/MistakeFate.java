package dev.assay.model.catalog;

import java.util.Locale;

/** What becomes of a mistake. */
public enum MistakeFate {
    /** It is found before the program runs. */
    EARLY("are found before the program runs"),
    /** It is not found before, and the program crashes when it is run on its sample input, whatever its tests say. */
    CRASH("crash the program"),
    /** It is found neither before nor by the program's tests, and the program does not crash on its sample input. */
    SILENT("are found by nothing");

    private final String verb;

    MistakeFate(String verb) {
        this.verb = verb;
    }

    /** What such mistakes do, such as {@code crash the program}. */
    public String verb() {
        return verb;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
