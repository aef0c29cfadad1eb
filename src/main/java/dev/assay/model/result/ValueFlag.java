package dev.assay.model.result;

import java.util.Locale;

/** What a reader must know of a typical value before using it. */
public enum ValueFlag {
    /** It lies so near to that of a program that does nothing that a good part of it is not the program's own. */
    NEAR_FLOOR,
    /** It is that of a process which did the work again and again. */
    REPEATED,
    /** It leaves out processes of the program. */
    INCOMPLETE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
