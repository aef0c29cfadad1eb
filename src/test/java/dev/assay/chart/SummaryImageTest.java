package dev.assay.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fixture.HostileRun;
import dev.assay.fixture.RunBuilder;
import dev.assay.fixture.SampleRuns;
import dev.assay.fixture.WholeRun;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.result.RunResult;
import java.awt.image.BufferedImage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SummaryImageTest {
    private static final int RUST = 0xD55E00;
    private static final int SUPPORTED = 0x0A6B3D;

    static Stream<RunResult> runs() {
        return Stream.of(
                SampleRuns.full(),
                SampleRuns.commands(),
                HostileRun.build(),
                WholeRun.build(4),
                new RunBuilder().build());
    }

    @ParameterizedTest
    @MethodSource("runs")
    void nothingTouchesTheEdges(RunResult result) {
        BufferedImage image = SummaryImage.image(result);
        for (int y = 0; y < image.getHeight(); y++) {
            assertThat(image.getRGB(2, y) & 0xFFFFFF).isEqualTo(0xFFFFFF);
            assertThat(image.getRGB(image.getWidth() - 3, y) & 0xFFFFFF).isEqualTo(0xFFFFFF);
        }
        for (int x = 0; x < image.getWidth(); x++) {
            assertThat(image.getRGB(x, 2) & 0xFFFFFF).isEqualTo(0xFFFFFF);
            assertThat(image.getRGB(x, image.getHeight() - 3) & 0xFFFFFF).isEqualTo(0xFFFFFF);
        }
    }

    @Test
    void claimsStandBesideTheOverview() {
        BufferedImage whole = SummaryImage.image(WholeRun.build(4));
        assertThat(count(whole, SUPPORTED, 0, 1280)).isGreaterThan(500);
        assertThat(count(whole, RUST, 1280, whole.getWidth())).isGreaterThan(500);
        assertThat(count(SummaryImage.image(SampleRuns.commands()), SUPPORTED, 0, 1280))
                .isZero();
    }

    @Test
    void everyVerdictHasASignThatTheFontHolds() {
        for (ClaimVerdict verdict : ClaimVerdict.values()) {
            assertThat(Fonts.bold(12).canDisplayUpTo(ComparisonLabels.icon(verdict)))
                    .isEqualTo(-1);
        }
    }

    private static int count(BufferedImage image, int color, int from, int to) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = from; x < to; x++) {
                count += (image.getRGB(x, y) & 0xFFFFFF) == color ? 1 : 0;
            }
        }
        return count;
    }
}
