package dev.assay.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.internal.chartpart.Annotation;

/** A text at a place of the chart, aligned; XChart's own annotation is always centred and skips long tick labels. */
final class ChartLabel extends Annotation {
    private final String text;
    private final double x;
    private final double y;
    private final Align align;
    private final Font font;
    private final Color colour;

    ChartLabel(String text, double x, double y, Align align, Font font, Color colour) {
        super(false);
        this.text = text;
        this.x = x;
        this.y = y;
        this.align = align;
        this.font = font;
        this.colour = colour;
    }

    @Override
    public void paint(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(font);
        graphics.setColor(colour);
        Rectangle2D box = font.getStringBounds(text, graphics.getFontRenderContext());
        double left = getXAxisScreenValue(x) - align.share * box.getWidth();
        double baseline = getYAxisScreenValue(y) + font.getSize2D() * 0.36;
        graphics.drawString(text, (float) left, (float) baseline);
        bounds = new Rectangle2D.Double(left, baseline - font.getSize2D(), box.getWidth(), font.getSize2D() * 1.3);
    }

    /** Which part of the text stands at its place. */
    enum Align {
        /** Its beginning. */
        START(0),
        /** Its middle. */
        MIDDLE(0.5),
        /** Its end. */
        END(1);

        private final double share;

        Align(double share) {
            this.share = share;
        }
    }
}
