package dev.assay.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The best that any check of series can do: the likelihood ratio of undisturbed series and of some whose disturbance is known but for its chance, with
 * the noise known and the level unknown. No test with as few false alarms finds more (Neyman and Pearson, Phil. Trans. R. Soc. A 231 (1933) 289);
 * of several disturbances, more on average.
 *
 * @param <T> what is looked at: a series, or those of both sides
 */
final class BestTest<T> {
    private final ToDoubleFunction<T> statistic;
    private final double limit;

    private BestTest(ToDoubleFunction<T> statistic, double limit) {
        this.statistic = statistic;
        this.limit = limit;
    }

    /**
     * A test that sees a disturbance in that share of what is undisturbed.
     *
     * @param statistic the logarithm of the likelihood ratio
     * @param clean draws what is undisturbed
     * @param draws how many are drawn
     * @param falseAlarms the share
     */
    static <T> BestTest<T> of(ToDoubleFunction<T> statistic, Supplier<T> clean, int draws, double falseAlarms) {
        double[] undisturbed = IntStream.range(0, draws)
                .mapToDouble(i -> statistic.applyAsDouble(clean.get()))
                .sorted()
                .toArray();
        return new BestTest<>(statistic, undisturbed[(int) ((1 - falseAlarms) * draws)]);
    }

    boolean sees(T series) {
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
        double constant = logDeterminant(covariance) + Math.log(all / n);
        return series -> {
            double[] x = centered(series);
            double[] weighed = times(precision, x);
            double level = Arrays.stream(weighed).sum();
            return (dot(x, x) - (dot(x, weighed) - level * level / all) - constant) / 2;
        };
    }

    /** Of unit noise, and beside it one of some shapes, each as likely as the others. */
    static ToDoubleFunction<double[]> shapes(double[]... shapes) {
        double[][] centered = Arrays.stream(shapes).map(BestTest::centered).toArray(double[][]::new);
        return series -> {
            double[] x = centered(series);
            return logMean(Arrays.stream(centered).mapToDouble(shape -> dot(x, shape) - dot(shape, shape) / 2));
        };
    }

    /** Of one of several kinds, each as likely as the others, and on one of several sides. */
    static ToDoubleFunction<List<double[]>> any(List<ToDoubleFunction<double[]>> kinds) {
        return sides -> logMean(
                sides.stream().flatMapToDouble(side -> kinds.stream().mapToDouble(kind -> kind.applyAsDouble(side))));
    }

    private static double logMean(DoubleStream logs) {
        return Math.log(logs.map(Math::exp).average().orElseThrow());
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

    /** By Cholesky: of the leading minors each is the one before times a pivot. */
    private static double logDeterminant(double[][] covariance) {
        int n = covariance.length;
        double[][] root = new double[n][n];
        double log = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = covariance[i][j] - dot(Arrays.copyOf(root[i], j), Arrays.copyOf(root[j], j));
                root[i][j] = i == j ? Math.sqrt(rest) : rest / root[j][j];
            }
            log += 2 * Math.log(root[i][i]);
        }
        return log;
    }
}
