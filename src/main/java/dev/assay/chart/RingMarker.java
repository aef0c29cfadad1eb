package dev.assay.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import org.knowm.xchart.style.markers.Marker;

/** A dot with a hole. */
final class RingMarker extends Marker {
    private static final double HOLE = 0.55;

    private final Marker full;

    /** The dot that the hole is in. */
    RingMarker(Marker full) {
        this.full = full;
    }

    @Override
    public void paint(Graphics2D g, double xOffset, double yOffset, int markerSize) {
        full.paint(g, xOffset, yOffset, markerSize);
        Color color = g.getColor();
        g.setColor(Color.WHITE);
        full.paint(g, xOffset, yOffset, (int) Math.round(markerSize * HOLE));
        g.setColor(color);
    }
}
