package dev.assay.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.style.markers.Marker;

/** A plus sign that is as thick as the other dots are full: XChart's own is made of thin lines, which cannot be hollow. */
final class PlusMarker extends Marker {
    private static final double THICKNESS = 0.36;

    @Override
    public void paint(Graphics2D g, double xOffset, double yOffset, int markerSize) {
        double bar = markerSize * THICKNESS;
        g.fill(new Rectangle2D.Double(xOffset - bar / 2, yOffset - markerSize / 2.0, bar, markerSize));
        g.fill(new Rectangle2D.Double(xOffset - markerSize / 2.0, yOffset - bar / 2, markerSize, bar));
    }
}
