package dev.assay.benchmarks;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The best that any check of one program's series can do: the likelihood ratio of an undisturbed series and of one whose disturbance is known but
 * for its chance, with the noise known and the level unknown. No test with as few false alarms finds more (Neyman and Pearson, Phil. Trans. R.
 * Soc. A 231 (1933) 289). A check that knows neither the noise nor what may come finds less.
 */
final class BestTest {
    private final ToDoubleFunction<double[]> statistic;
    private final double limit;

    private BestTest(ToDoubleFunction<double[]> statistic, double limit) {
        this.statistic = statistic;
        this.limit = limit;
    }

    /**
     * A test that sees a disturbance in one of twenty undisturbed series.
     *
     * @param statistic the logarithm of the likelihood ratio of a series, but for a constant
     * @param clean draws an undisturbed series
     * @param draws how many are drawn
     */
    static BestTest of(ToDoubleFunction<double[]> statistic, Supplier<double[]> clean, int draws) {
        double[] undisturbed = IntStream.range(0, draws)
                .mapToDouble(i -> statistic.applyAsDouble(clean.get()))
                .sorted()
                .toArray();
        return new BestTest(statistic, undisturbed[(int) (0.95 * draws)]);
    }

    boolean sees(double... series) {
        return statistic.applyAsDouble(series) > limit;
    }

    /** Of unit noise, and beside it an autoregressive process of order 1 and variance 1. */
    static ToDoubleFunction<double[]> wander(int n, double memory) {
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                covariance[i][j] = Math.pow(memory, Math.abs(i - j)) + (i == j ? 1 : 0);
            }
        }
        double[][] precision = inverse(covariance);
        double all = Arrays.stream(precision).flatMapToDouble(Arrays::stream).sum();
        return series -> {
            double[] x = centered(series);
            double[] weighed = times(precision, x);
            double level = Arrays.stream(weighed).sum();
            return dot(x, x) - (dot(x, weighed) - level * level / all);
        };
    }

    /** Of unit noise, and beside it one of some shapes, each as likely as the others. */
    static ToDoubleFunction<double[]> shapes(double[]... shapes) {
        double[][] centered = Arrays.stream(shapes).map(BestTest::centered).toArray(double[][]::new);
        return series -> {
            double[] x = centered(series);
            return Math.log(Arrays.stream(centered)
                    .mapToDouble(shape -> Math.exp(dot(x, shape) - dot(shape, shape) / 2))
                    .sum());
        };
    }

    private static double[] centered(double... series) {
        double mean = Arrays.stream(series).average().orElseThrow();
        return Arrays.stream(series).map(value -> value - mean).toArray();
    }

    private static double dot(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> one[i] * other[i])
                .sum();
    }

    private static double[] times(double[][] matrix, double[] vector) {
        return Arrays.stream(matrix).mapToDouble(row -> dot(row, vector)).toArray();
    }

    /** By Gauss and Jordan, without pivots: of a covariance none is needed. */
    private static double[][] inverse(double[][] covariance) {
        int n = covariance.length;
        double[][] rows = new double[n][2 * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(covariance[i], 0, rows[i], 0, n);
            rows[i][n + i] = 1;
        }
        for (int i = 0; i < n; i++) {
            double pivot = rows[i][i];
            rows[i] = Arrays.stream(rows[i]).map(value -> value / pivot).toArray();
            for (int j = 0; j < n; j++) {
                double factor = rows[j][i];
                for (int k = 0; j != i && k < 2 * n; k++) {
                    rows[j][k] -= factor * rows[i][k];
                }
            }
        }
        return Arrays.stream(rows).map(row -> Arrays.copyOfRange(row, n, 2 * n)).toArray(double[][]::new);
    }
}
