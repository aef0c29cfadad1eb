package dev.assay.chart;

import dev.assay.model.AssayException.ToolchainFailure;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;

/** Draws figures to share: PNG with two pixels for each point, light, with bundled fonts, on machines without a screen too. */
public final class ChartFiles {
    /** How many pixels a point has. */
    static final int SCALE = 2;

    /** What libfontmanager of the JDK is linked with. */
    private static final List<String> LIBRARIES = List.of("libfreetype6", "libharfbuzz0b");

    static {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
        BundledFonts.install();
    }

    private ChartFiles() {}

    /**
     * Loads fonts and drawing code. Java cannot load them any more once a process is going down, which is when the figures of an interrupted run
     * are drawn; so this is called before one can be interrupted. And before anything is built: a small container may have a Java that cannot draw.
     *
     * @throws ToolchainFailure if Java lacks the libraries that it draws letters with
     */
    public static void prepare() {
        try {
            drawOne();
        } catch (LinkageError | UncheckedIOException e) {
            throw new ToolchainFailure(
                    "The Java in " + System.getProperty("java.home") + " cannot draw text, which the charts need ("
                            + rootOf(e).getMessage()
                            + ").\nOn Debian and Ubuntu, install the libraries:  sudo apt install "
                            + String.join(" ", LIBRARIES),
                    LIBRARIES);
        }
    }

    private static Throwable rootOf(Throwable thrown) {
        Throwable root = thrown;
        for (Throwable cause = root.getCause(); cause != null; cause = root.getCause()) {
            root = cause;
        }
        return root;
    }

    private static void drawOne() {
        ImageIO.setUseCache(false);
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setFont(Fonts.bold(1));
            graphics.drawString("a", 0, 1);
            graphics.setFont(Fonts.plain(1));
            graphics.drawString("a", 0, 1);
        } finally {
            graphics.dispose();
        }
        png(image);
    }

    /** The figure as a PNG file. */
    public static byte[] png(Chart figure) {
        return png(image(figure));
    }

    static byte[] png(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static BufferedImage image(Chart figure) {
        XYChart chart = ChartPainter.paint(figure);
        int width = chart.getWidth();
        int height = chart.getHeight();
        BufferedImage image = new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.scale(SCALE, SCALE);
            chart.paint(graphics, width, height);
        } finally {
            graphics.dispose();
        }
        return image;
    }
}
