package dev.assay.chart;

import dev.assay.model.Runtime;
import java.util.Locale;

/** Colour and shape of what belongs together; told apart by either alone. Colours after Okabe and Ito, for every kind of colour vision. */
public enum SeriesStyle {
    /** Rust. */
    RUST("#D55E00", "#E69F00", Shape.CIRCLE),
    /** Python. */
    PYTHON("#0072B2", "#56B4E9", Shape.DIAMOND),
    /** PyPy: beside Python it must not look like it. */
    PYPY("#A8508A", "#DD9BC2", Shape.TRIANGLE),
    /** Python without its global lock. */
    FREE_THREADED("#7A5C00", "#F0E442", Shape.INVERSE_TRIANGLE),
    /** C. */
    C("#009E73", "#2CC99B", Shape.SQUARE),
    /** The first of two commands. */
    BASELINE("#0072B2", "#56B4E9", Shape.DIAMOND),
    /** The second of two commands. */
    CONTENDER("#D55E00", "#E69F00", Shape.CIRCLE),
    /** What the data do not decide. */
    NEUTRAL("#6B7280", "#9AA3B0", Shape.CROSS);

    private final String light;
    private final String dark;
    private final Shape shape;

    SeriesStyle(String light, String dark, Shape shape) {
        this.light = light;
        this.dark = dark;
        this.shape = shape;
    }

    /** The ink of a runtime. */
    public static SeriesStyle of(Runtime runtime) {
        return switch (runtime) {
            case RUST -> RUST;
            case PYTHON -> PYTHON;
            case PYPY -> PYPY;
            case PYTHON_FT -> FREE_THREADED;
            case C -> C;
            case COMMAND, NOOP -> NEUTRAL;
        };
    }

    /** The colour on white, {@code #RRGGBB}. */
    public String light() {
        return light;
    }

    /** The colour on black, {@code #RRGGBB}. */
    public String dark() {
        return dark;
    }

    /** The form of its dots. */
    public Shape shape() {
        return shape;
    }

    /** The name in style sheets. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Forms of dots. */
    public enum Shape {
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
        /** Two crossed strokes. */
        CROSS
    }
}
