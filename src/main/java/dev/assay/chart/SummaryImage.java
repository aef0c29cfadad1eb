package dev.assay.chart;

import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.result.ClaimResult;
import dev.assay.model.result.RunResult;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import org.knowm.xchart.XYChart;

/** One picture of a run to share: the claims and their verdicts, and beside them the overview. */
public final class SummaryImage {
    private static final Color TEXT = new Color(0x1F2933);
    private static final Color MUTED = new Color(0x5B6673);
    private static final int COLUMN = 640;
    private static final int MARGIN = 28;
    private static final int HEAD = 92;
    private static final int LINE = 25;
    /** How wide the verdict's word is, with its sign. */
    private static final int WORD = 150;

    private SummaryImage() {}

    /** The picture as a PNG file: of the first figure of ratios and of the claims that were tested, as far as there are any. */
    public static byte[] png(RunResult result) {
        return ChartFiles.png(image(result));
    }

    static BufferedImage image(RunResult result) {
        List<ClaimResult> tested = tested(result);
        RunCharts figures = RunCharts.of(result);
        XYChart chart = figures.of(RatioCharts.OVERVIEW).stream()
                .findFirst()
                .map(ChartPainter::paint)
                .orElse(null);
        int column = tested.isEmpty() && chart != null ? 0 : COLUMN;
        int width = Math.max(column + (chart == null ? 0 : chart.getWidth()), COLUMN) + MARGIN;
        int lines = tested.size() + 4;
        int height = HEAD + MARGIN + Math.max(lines * LINE, chart == null ? 0 : chart.getHeight());
        BufferedImage image =
                new BufferedImage(ChartFiles.SCALE * width, ChartFiles.SCALE * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.scale(ChartFiles.SCALE, ChartFiles.SCALE);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            head(graphics, result, figures, width);
            claims(graphics, tested, result.claims().size() - tested.size());
            if (chart != null) {
                graphics.translate(column, HEAD);
                chart.paint(graphics, chart.getWidth(), chart.getHeight());
            }
        } finally {
            graphics.dispose();
        }
        return image;
    }

    /**
     * The claims with a verdict, those of the article first, by their verdicts; none for the user's two commands, which no claim is about.
     */
    private static List<ClaimResult> tested(RunResult result) {
        return ComparisonFilter.ofCommands(result)
                ? List.of()
                : result.claims().stream()
                        .filter(claim -> claim.verdict() != ClaimVerdict.NOT_TESTED)
                        .sorted(Comparator.comparing(
                                        (ClaimResult claim) -> claim.claim().isOurs())
                                .thenComparing(ClaimResult::verdict))
                        .toList();
    }

    private static String title(RunResult result) {
        if (ComparisonFilter.ofCommands(result)) {
            return "Two commands compared";
        }
        return result.claims().isEmpty() ? "Rust and Python, measured" : "Claims about Rust and Python, measured";
    }

    private static void head(Graphics2D graphics, RunResult result, RunCharts figures, int width) {
        write(graphics, title(result), MARGIN, 44, Fonts.bold(24), TEXT, width - 2.0 * MARGIN);
        String note = figures.all().stream().findFirst().map(Chart::note).orElse("");
        String state = result.partial() ? "Partial run. " : "";
        write(graphics, state + note, MARGIN, 70, Fonts.plain(12), MUTED, width - 2.0 * MARGIN);
    }

    private static void claims(Graphics2D graphics, List<ClaimResult> tested, int others) {
        double y = HEAD + LINE;
        boolean beyond = false;
        for (ClaimResult each : tested) {
            if (each.claim().isOurs() && !beyond) {
                beyond = true;
                y += LINE / 2.0;
                write(graphics, "Beyond the article", MARGIN, y, Fonts.bold(12.5), TEXT, COLUMN - 2.0 * MARGIN);
                y += LINE;
            }
            Color color = color(each.verdict());
            write(graphics, ComparisonLabels.icon(each.verdict()), MARGIN, y, Fonts.bold(13), color, 20);
            write(graphics, each.verdict().title(), MARGIN + 20, y, Fonts.bold(12.5), color, WORD - 20.0);
            double room = COLUMN - MARGIN - WORD;
            write(graphics, each.claim().claim(), MARGIN + WORD, y, Fonts.plain(12.5), TEXT, room);
            y += LINE;
        }
        if (!tested.isEmpty() && others > 0) {
            String words = others == 1 ? "One more claim was not tested." : others + " more claims were not tested.";
            write(graphics, words, MARGIN, y, Fonts.plain(12.5), MUTED, COLUMN - 2.0 * MARGIN);
        }
    }

    private static void write(
            Graphics2D graphics, String text, double x, double y, Font font, Color color, double room) {
        graphics.setFont(font);
        graphics.setColor(color);
        graphics.drawString(Fonts.fit(font, text, room), (float) x, (float) y);
    }

    private static Color color(ClaimVerdict verdict) {
        return switch (verdict) {
            case SUPPORTED -> new Color(0x0A6B3D);
            case SUPPORTED_OPEN, PARTLY -> new Color(0x7A4B00);
            case REFUTED -> new Color(0xA8201A);
            case INCONCLUSIVE, NOT_TESTED -> new Color(0x4B5563);
        };
    }
}
