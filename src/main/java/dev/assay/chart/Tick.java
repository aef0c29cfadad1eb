package dev.assay.chart;

/**
 * A labeled value of an axis.
 *
 * @param value where
 * @param label what is written there; never blank
 * @param heading whether it names the rows below it instead of one that holds dots
 */
public record Tick(double value, String label, boolean heading) {
    public Tick {
        if (label.isBlank()) {
            throw new IllegalArgumentException("a tick needs a label");
        }
    }

    /** A value, or a row that holds dots. */
    public Tick(double value, String label) {
        this(value, label, false);
    }
}
