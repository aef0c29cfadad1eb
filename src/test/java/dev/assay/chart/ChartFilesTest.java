package dev.assay.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.fixture.HostileRun;
import dev.assay.fixture.SampleRuns;
import dev.assay.model.Runtime;
import dev.assay.text.NumberText;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartFilesTest {
    private static final int GRID = 0xE3E7EB;
    private static final int RUST = 0xD55E00;

    @Test
    void everyFigureOfARunIsAPngOfDoubleSize() throws IOException {
        for (Chart figure : RunCharts.of(SampleRuns.full()).all()) {
            BufferedImage image = read(ChartFiles.png(figure));
            ChartLayout layout = ChartLayout.of(figure, ChartFormat.FILE);
            assertThat(image.getWidth()).isEqualTo((int) (2 * layout.width()));
            assertThat(image.getHeight()).isEqualTo((int) (2 * layout.height()));
        }
    }

    @Test
    void hostileTextsAreDrawnAndLeaveTheEdgesClean() {
        for (Chart figure : RunCharts.of(HostileRun.build()).all()) {
            BufferedImage image = ChartFiles.image(figure);
            for (int y = 0; y < image.getHeight(); y++) {
                assertThat(image.getRGB(2, y) & 0xFFFFFF).isEqualTo(0xFFFFFF);
                assertThat(image.getRGB(image.getWidth() - 3, y) & 0xFFFFFF).isEqualTo(0xFFFFFF);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.3, 3, 8, 11, 15.5})
    void aDotSitsWhereTheTicksSay(double value) {
        Chart figure = oneDot(value);
        BufferedImage image = ChartFiles.image(figure);
        int scanline = lineWithMostGridColumns(image);
        List<Double> columns = gridColumns(image, scanline);
        List<Tick> ticks = figure.x().ticks();
        assertThat(columns).hasSameSizeAs(ticks);
        ChartLayout layout = ChartLayout.of(figure, ChartFormat.FILE);
        for (int i = 0; i < columns.size(); i++) {
            assertThat(columns.get(i)).isCloseTo(2 * layout.lines().get(i).x1(), within(1.0));
        }
        assertThat(centerOf(image, RUST, scanline))
                .isCloseTo(2 * layout.series().get(0).dots().get(0).x(), within(1.5));
        double dot = centerOf(image, RUST, scanline);
        int left = 0;
        while (ticks.get(left + 1).value() < value) {
            left++;
        }
        double share = Math.log(value / ticks.get(left).value())
                / Math.log(ticks.get(left + 1).value() / ticks.get(left).value());
        double expected = columns.get(left) + share * (columns.get(left + 1) - columns.get(left));
        assertThat(dot).isCloseTo(expected, within(2.5));
    }

    @Test
    void everyLabelLeavesInkOnThePaper() {
        Chart figure = RunCharts.of(SampleRuns.full()).of(RatioCharts.OVERVIEW).get(0);
        BufferedImage image = ChartFiles.image(figure);
        PlotArea area = PlotArea.of(figure, ChartFormat.FILE);
        int plotLeft = (int) (2 * area.left());
        int rowsWithInk = 0;
        boolean before = false;
        // below the rows, the note begins at the edge, too
        for (int y = 0; y < 2 * (area.bottom() + 10); y++) {
            boolean ink = hasDarkPixel(image, (int) (2 * area.edge()), plotLeft - 12, y);
            rowsWithInk += ink && !before ? 1 : 0;
            before = ink;
        }
        assertThat(rowsWithInk).isEqualTo(figure.y().ticks().size());
    }

    private static Chart oneDot(double value) {
        Axis x = Axis.of("", AxisScale.LOG2, 0.9, 17, Ticks.log(0.9, 17, NumberText::tickRatio));
        ChartSeries series = new ChartSeries(
                "dot", SeriesStyle.of(Runtime.RUST), false, List.of(new DataPoint(value, 0, null, "dot")));
        return new Chart(
                "dot", "One dot", "", x, Axis.rows(List.of("row")), List.of(series), List.of(), null, false, "");
    }

    private static boolean hasDarkPixel(BufferedImage image, int from, int to, int y) {
        for (int x = from; x < to; x++) {
            if ((image.getRGB(x, y) & 0xFF) < 0x90) {
                return true;
            }
        }
        return false;
    }

    private static int lineWithMostGridColumns(BufferedImage image) {
        int best = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            if (gridColumns(image, y).size() > gridColumns(image, best).size()) {
                best = y;
            }
        }
        return best;
    }

    /** The centers of narrow runs of the grid's color in a line of pixels. */
    private static List<Double> gridColumns(BufferedImage image, int y) {
        List<Double> centers = new ArrayList<>();
        int start = -1;
        for (int x = 0; x < image.getWidth(); x++) {
            boolean grid = (image.getRGB(x, y) & 0xFFFFFF) == GRID;
            if (grid && start < 0) {
                start = x;
            } else if (!grid && start >= 0) {
                if (x - start <= 4) {
                    centers.add((start + x - 1) / 2.0);
                }
                start = -1;
            }
        }
        return centers;
    }

    /** The mean column of a color in the row of the plot, which the legend lies well below. */
    private static double centerOf(BufferedImage image, int color, int scanline) {
        double sum = 0;
        int count = 0;
        for (int y = scanline; y < scanline + 70; y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if ((image.getRGB(x, y) & 0xFFFFFF) == color) {
                    sum += x;
                    count++;
                }
            }
        }
        assertThat(count).isGreaterThan(20);
        return sum / count;
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
