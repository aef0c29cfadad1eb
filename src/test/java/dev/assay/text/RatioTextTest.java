package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioTextTest {
    private static final Pattern INTERVAL = Pattern.compile("\\[(\\S+?)(?:,| \\.\\.) (\\S+)]");

    @ParameterizedTest
    @CsvSource({
        "1.009, 1.0011, 1.0204, '1.009× [1.001, 1.020]'",
        "1.004, 0.98, 1.03, '1.00× [0.980, 1.03]'",
        "0.999, 0.985, 1.0134, '0.999× [0.985, 1.01]'",
        "1.25, 1.2476, 1.2524, '1.250× [1.248, 1.252]'",
        "41.2, 40.83, 41.61, '41.2× [40.8, 41.6]'",
        "4123, 4012, 4321, '4,120× [4,010, 4,320]'",
        "0.01234, 0.0123, 0.0124, '0.0123× [0.0123, 0.0124]'",
        "1, 1, 1, '1.00× [1.00, 1.00]'",
        "0, 0, 2, '0× [0, 2.00]'",
        "2, 1, Infinity, '2.00× [1.00, ∞]'",
    })
    void digitsAreThoseThatTheIntervalJustifies(double value, double low, double high, String text) {
        assertThat(RatioText.of(value, low, high, true)).hasToString(text);
    }

    @Test
    void aRangeIsNotWrittenAsAnIntervalOfConfidence() {
        RatioText range = RatioText.of(1.35, 1.28, 1.38, false);
        assertThat(range).hasToString("1.35× [1.28 .. 1.38]");
        assertThat(range.words()).isEqualTo("1.28 to 1.38");
    }

    @ParameterizedTest
    @CsvSource({"1.004, 1.004×", "0.996, 0.996×", "1.00004, 1.00004×", "1, 1.00×", "41.25, 41.2×", "NaN, –×"})
    void aRatioWithoutAnIntervalIsToldFromOne(double value, String text) {
        RatioText ratio = RatioText.of(value);
        assertThat(ratio).hasToString(text);
        assertThat(ratio.interval()).isEmpty();
        assertThat(ratio.words()).isEmpty();
    }

    @Test
    void roundingKeepsTheOrderOfEveryRatioAndItsEnds() {
        SplittableRandom random = new SplittableRandom(20261130);
        for (int round = 0; round < 20_000; round++) {
            double[] ends = drawn(random);
            Arrays.sort(ends);
            RatioText text = RatioText.of(ends[1], ends[0], ends[2], random.nextBoolean());
            Matcher interval = INTERVAL.matcher(text.interval());
            assertThat(interval.matches()).as(text.toString()).isTrue();
            double low = number(interval.group(1));
            double high = number(interval.group(2));
            assertThat(number(text.value())).as(text.toString()).isBetween(low, high);
            assertThat(text.words()).isEqualTo(interval.group(1) + " to " + interval.group(2));
            assertThat(Double.compare(low, 1))
                    .as(ends[0] + " in " + text)
                    .isIn(Double.compare(ends[0], 1), Math.abs(ends[0] - 1) < 1e-6 ? 0 : Double.compare(ends[0], 1));
            assertThat(low < high || ends[2] - ends[0] <= 2e-6 * ends[2])
                    .as(ends[0] + " and " + ends[2] + " in " + text)
                    .isTrue();
            assertThat(text.toString()).doesNotContain("E", "e", "-", "−");
        }
    }

    @Test
    void aLargerNumberNeverReadsAsASmallerOne() {
        SplittableRandom random = new SplittableRandom(7);
        for (int digits = 3; digits <= 7; digits++) {
            List<Double> values = new ArrayList<>();
            for (int i = 0; i < 5000; i++) {
                values.add(drawn(random)[0]);
            }
            values.sort(null);
            double before = 0;
            for (double value : values) {
                double shown = number(NumberText.formatDigits(value, digits));
                assertThat(shown).isGreaterThanOrEqualTo(before).isCloseTo(value, percent(digits));
                before = shown;
            }
        }
    }

    private static Percentage percent(int digits) {
        return Percentage.withPercentage(50.001 * Math.pow(10, 1 - digits));
    }

    /** Around 1, far below and far above it, at it, and alike. */
    private static double[] drawn(SplittableRandom random) {
        double width = Math.pow(10, random.nextDouble(-8, 2));
        double center = random.nextInt(3) == 0 ? 0 : random.nextDouble(-14, 14);
        double[] ends = new double[3];
        for (int i = 0; i < 3; i++) {
            ends[i] = random.nextInt(20) == 0 ? 1 : Math.exp(center + width * random.nextDouble(-1, 1) / 10);
        }
        if (random.nextInt(20) == 0) {
            Arrays.fill(ends, ends[0]);
        }
        return ends;
    }

    private static double number(String shown) {
        return Double.parseDouble(shown.replace(",", "").replace(RatioText.SIGN, ""));
    }
}
