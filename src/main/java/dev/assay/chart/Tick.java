package dev.assay.chart;

/**
 * A labelled value of an axis.
 *
 * @param value where
 * @param label what is written there; never blank
 */
public record Tick(double value, String label) {
    public Tick {
        if (label.isBlank()) {
            throw new IllegalArgumentException("a tick needs a label");
        }
    }
}
