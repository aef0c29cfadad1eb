package dev.assay.model;

/** Forms of the dots in charts. */
public enum MarkerShape {
    /** A disc. */
    CIRCLE,
    /** A square on its corner. */
    DIAMOND,
    /** A square on its side. */
    SQUARE,
    /** A triangle on its side. */
    TRIANGLE,
    /** A triangle on its tip. */
    INVERSE_TRIANGLE,
    /** A thick plus sign. */
    PLUS,
    /** Two crossed strokes. */
    CROSS
}
