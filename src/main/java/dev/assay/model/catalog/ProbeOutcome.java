package dev.assay.model.catalog;

import java.util.Locale;

/** What came of a probe. Those of the first kind say something about a language; the others only that it did not come to that. */
public enum ProbeOutcome {
    /** The compiler or the type checker refused the program. */
    REJECTED(Kind.SEEN),
    /** The compiler, or the interpreter, took the program, and it ran clean; or it was only built. */
    COMPILES(Kind.SEEN),
    /** A type checker found no error in the program. */
    ACCEPTED(Kind.SEEN),
    /** A Rust program ended itself by a panic. */
    PANICS(Kind.SEEN),
    /** A Python program ended with an exception. */
    RAISES(Kind.SEEN),
    /** Memory grew with the count of what the program made. */
    LEAKS(Kind.SEEN),
    /** Memory stayed level, whatever the count. */
    LEVEL(Kind.SEEN),
    /** Threads lost some of their additions in at least one run. */
    LOSES_UPDATES(Kind.SEEN),
    /** They lost none in any run. */
    KEEPS_UPDATES(Kind.SEEN),
    /** Mistakes were put into the program, and it was counted who found how many. */
    COUNTED(Kind.SEEN),
    /** It was found out how much memory each element of what the program makes takes. */
    MEASURED(Kind.SEEN),
    /** The program with a weakness ended itself or was ended: by a panic, an exception, a signal or a sanitizer. */
    STOPPED(Kind.SEEN),
    /** The program with a weakness ran to its end and printed something that is not right, or is right by luck. */
    SILENT(Kind.SEEN),
    /** What would be a weakness elsewhere is none: the program printed what is meant. */
    HARMLESS(Kind.SEEN),
    /** Memory neither grew with the count nor stayed level. */
    UNCLEAR(Kind.OPEN),
    /** Compiler or program did not end in time. */
    TIMED_OUT(Kind.MISSED),
    /** The program went past a limit of output, memory, CPU time or processes. */
    OVER_LIMIT(Kind.MISSED),
    /** A signal ended the program. */
    CRASHED(Kind.MISSED),
    /** Compiler or program failed in a way that none of the words above is for. */
    FAILED(Kind.MISSED),
    /** It was not even tried: what it needs is missing. */
    NOT_RUN(Kind.MISSED);

    private enum Kind {
        SEEN,
        OPEN,
        MISSED
    }

    private final Kind kind;

    ProbeOutcome(Kind kind) {
        this.kind = kind;
    }

    /** Whether this is one of the outcomes that rules ask for. */
    public boolean seen() {
        return kind == Kind.SEEN;
    }

    /** Whether the probe came to no outcome at all, so that nothing follows from it. */
    public boolean missed() {
        return kind == Kind.MISSED;
    }

    /** Whether it is an outcome of programs with weaknesses alone. */
    public boolean ofWeakness() {
        return this == STOPPED || this == SILENT || this == HARMLESS;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a program does by it, such as {@code is rejected}. */
    public String verb() {
        return switch (this) {
            case REJECTED -> "is rejected";
            case ACCEPTED -> "is accepted";
            case LEVEL -> "stays level";
            case KEEPS_UPDATES -> "loses no updates";
            case COUNTED -> "is counted";
            case MEASURED -> "is measured";
            case STOPPED -> "is stopped";
            case SILENT -> "runs on silently";
            case HARMLESS -> "is harmless";
            case UNCLEAR -> "neither leaks nor stays level";
            case COMPILES, PANICS, RAISES, LEAKS, LOSES_UPDATES -> words();
            case TIMED_OUT, OVER_LIMIT, CRASHED, FAILED, NOT_RUN -> "gave no result (" + words() + ")";
        };
    }

    /** The word for readers, such as {@code loses updates}. */
    public String words() {
        return toString().replace('-', ' ');
    }
}
