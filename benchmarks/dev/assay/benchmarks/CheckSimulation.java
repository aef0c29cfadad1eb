package dev.assay.benchmarks;

import static dev.assay.benchmarks.TextTable.share;

import dev.assay.stats.Autocorrelation;
import dev.assay.stats.Bimodality;
import dev.assay.stats.Bounds;
import dev.assay.stats.Check;
import dev.assay.stats.HodgesLehmann;
import dev.assay.stats.LevelChange;
import dev.assay.stats.OrderEffect;
import dev.assay.stats.Trend;
import dev.assay.stats.WarmUp;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** How often the checks of a series fire, and what their corrections are worth. */
final class CheckSimulation {
    private static final List<String> NAMES =
            List.of("autocorrelation", "drift", "order", "two levels", "any of these", "warm-up", "change of level");
    private static final int BLOCKS_FOR_MODELS = 20;
    private static final double SPREAD_FOR_MODELS = 0.05;

    private final Draw draw;

    CheckSimulation(Draw draw) {
        this.draw = draw;
    }

    TextTable cleanData() {
        TextTable table = new TextTable("How often the checks fire on clean data, by blocks", NAMES);
        for (int n : List.of(10, 12, 20, 30, 50)) {
            UniformRandomProvider random = draw.random("clean", n);
            table.row(n + " blocks", rates(() -> NoiseModel.LOGNORMAL.logRatios(random, n, SPREAD_FOR_MODELS)));
        }
        return table;
    }

    TextTable models() {
        TextTable table = new TextTable("The same under each kind of noise, " + BLOCKS_FOR_MODELS + " blocks", NAMES);
        for (NoiseModel model : NoiseModel.values()) {
            UniformRandomProvider random = draw.random("models", model.name());
            table.row(model.title(), rates(() -> model.logRatios(random, BLOCKS_FOR_MODELS, SPREAD_FOR_MODELS)));
        }
        return table;
    }

    private List<String> rates(Source source) {
        int[] fired = new int[NAMES.size()];
        for (int i = 0; i < draw.rounds(); i++) {
            double[] series = source.next();
            List<Check> checks =
                    List.of(Autocorrelation.of(series), Trend.of(series), orderEffect(series), Bimodality.of(series));
            for (int check = 0; check < checks.size(); check++) {
                fired[check] += checks.get(check).fires() ? 1 : 0;
            }
            fired[checks.size()] += checks.stream().anyMatch(Check::fires) ? 1 : 0;
            fired[checks.size() + 1] += WarmUp.length(series) > 0 ? 1 : 0;
            fired[checks.size() + 2] += LevelChange.of(series).fires() ? 1 : 0;
        }
        return Arrays.stream(fired).mapToObj(hits -> share(hits, draw.rounds())).toList();
    }

    private interface Source {
        double[] next();
    }

    TextTable corrections() {
        TextTable table = new TextTable(
                "Coverage of the 95 % interval as it is (A), corrected where the check fires (B), corrected always (C), by blocks",
                Draw.BLOCKS.stream()
                        .flatMap(n -> Stream.of("A " + n, "B " + n, "C " + n))
                        .toList());
        for (double rho : List.of(0.0, 0.3, 0.6, 0.9)) {
            table.row(
                    "autocorrelation " + rho + ", widened",
                    corrected("rho " + rho, series -> autoregressive(series, rho), CheckSimulation::widened));
        }
        for (double rise : List.of(0.0, 1.0, 3.0)) {
            table.row(
                    "drift by " + rise + " spreads, straightened",
                    corrected("rise " + rise, series -> rising(series, rise), CheckSimulation::straightened));
        }
        for (double effect : List.of(0.0, 1.0, 3.0)) {
            table.row(
                    "order effect of " + effect + " spreads, balanced",
                    corrected("effect " + effect, series -> alternating(series, effect), CheckSimulation::balanced));
        }
        return table;
    }

    /** What a check says of a series, and the interval that it has after correction. */
    private record Corrected(Check check, Bounds interval) {}

    private interface Correction {
        Corrected of(double[] series);
    }

    private List<String> corrected(String cell, UnaryOperator<double[]> disturb, Correction correction) {
        return Draw.BLOCKS.stream()
                .flatMap(n -> {
                    ZigguratSampler.NormalizedGaussian normal =
                            ZigguratSampler.NormalizedGaussian.of(draw.random("corrections", cell, n));
                    int plain = 0;
                    int fires = 0;
                    int always = 0;
                    for (int i = 0; i < draw.rounds(); i++) {
                        double[] series = disturb.apply(normal.samples(n).toArray());
                        boolean before = Draw.holds(HodgesLehmann.of(series).interval(95), 0);
                        Corrected after = correction.of(series);
                        boolean held = Draw.holds(after.interval(), 0);
                        plain += before ? 1 : 0;
                        always += held ? 1 : 0;
                        fires += (after.check().fires() ? held : before) ? 1 : 0;
                    }
                    return Stream.of(plain, fires, always).map(hits -> share(hits, draw.rounds()));
                })
                .toList();
    }

    private static Corrected widened(double[] series) {
        Autocorrelation check = Autocorrelation.of(series);
        HodgesLehmann location = HodgesLehmann.of(series);
        return new Corrected(check, interval(location).widened(location.value(), check.widening()));
    }

    private static Corrected straightened(double[] series) {
        Trend check = Trend.of(series);
        return new Corrected(check, interval(HodgesLehmann.of(check.removeFrom(series))));
    }

    private static Corrected balanced(double[] series) {
        OrderEffect check = orderEffect(series);
        return new Corrected(check, Objects.requireNonNull(check.corrected().interval(95)));
    }

    private static Bounds interval(HodgesLehmann location) {
        return Objects.requireNonNull(location.interval(95));
    }

    private static OrderEffect orderEffect(double[] series) {
        return OrderEffect.of(everySecond(series, 0), everySecond(series, 1));
    }

    private static double[] everySecond(double[] series, int from) {
        return IntStream.range(0, series.length)
                .filter(i -> i % 2 == from)
                .mapToDouble(i -> series[i])
                .toArray();
    }

    private static double[] autoregressive(double[] series, double rho) {
        for (int i = 1; i < series.length; i++) {
            series[i] = rho * series[i - 1] + Math.sqrt(1 - rho * rho) * series[i];
        }
        return series;
    }

    private static double[] rising(double[] series, double rise) {
        for (int i = 0; i < series.length; i++) {
            series[i] += rise * (i / (series.length - 1.0) - 0.5);
        }
        return series;
    }

    private static double[] alternating(double[] series, double effect) {
        for (int i = 0; i < series.length; i++) {
            series[i] += i % 2 == 0 ? effect : -effect;
        }
        return series;
    }
}
