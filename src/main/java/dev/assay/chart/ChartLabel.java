package dev.assay.chart;

import dev.assay.chart.ChartLayout.TextMark;
import dev.assay.chart.ChartLayout.TextStyle;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.internal.chartpart.Annotation;

/** A text of a layout; XChart's own annotation is always centered. */
final class ChartLabel extends Annotation {
    private static final Color TEXT = new Color(0x1F2933);
    private static final Color MUTED = new Color(0x5B6673);

    private final TextMark mark;
    private final double height;

    /** A text in a picture of that height. */
    ChartLabel(TextMark mark, double height) {
        super(false);
        this.mark = mark;
        this.height = height;
    }

    @Override
    public void paint(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        Font font = mark.style().font();
        graphics.setFont(font);
        graphics.setColor(mark.style() == TextStyle.MUTED || mark.style() == TextStyle.NOTE ? MUTED : TEXT);
        Rectangle2D box = font.getStringBounds(mark.text(), graphics.getFontRenderContext());
        double left = getXAxisScreenValue(mark.x()) - mark.align().share * box.getWidth();
        double baseline = getYAxisScreenValue(height - mark.y());
        graphics.drawString(mark.text(), (float) left, (float) baseline);
        bounds = new Rectangle2D.Double(left, baseline + box.getY(), box.getWidth(), box.getHeight());
    }
}
