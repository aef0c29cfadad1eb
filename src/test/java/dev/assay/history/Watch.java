package dev.assay.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fixture.Nights;
import dev.assay.model.history.HistoryEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Nights of a program in Rust whose figures are known, and what the history makes of one more. */
abstract class Watch {
    static final String RUST = "numeric/fib:rust:std@32x1";
    static final double USUAL = 0.5;
    /** The logarithms of twelve nights about {@link #USUAL}: their median is 0.5, their median absolute deviation 0.003. */
    static final double[] NOISE = {
        -0.006, 0.003, -0.003, 0.001, 0.006, -0.001, 0.003, -0.003, 0.002, -0.002, 0.004, -0.004
    };

    final List<HistoryEntry> nights = new ArrayList<>();

    /** So many nights on which Rust is as usual, and nineteen other workloads beside it are too. */
    void usual(int number) {
        usual(number, night -> night);
    }

    void usual(int number, UnaryOperator<Nights> change) {
        for (int day = 0; day < number; day++) {
            nights.add(others(change.apply(Nights.night(day)), 0)
                    .time(RUST, USUAL + NOISE[day % NOISE.length])
                    .build());
        }
    }

    /** The workloads beside it, of which some moved by 20 %. */
    static Nights others(Nights night, int moved) {
        for (int i = 0; i < 19; i++) {
            night.time("numeric/other" + i + ":rust:std@1x1", i < moved ? Math.log(1.2) : 0.001 * (i % 3));
        }
        return night;
    }

    RegressionReport review(Nights night) {
        HistoryEntry built = night.build();
        nights.add(built);
        return History.of(nights).review(built);
    }

    static Nights tonight(int day, double ratio) {
        return others(Nights.night(day), 0).time(RUST, USUAL + Math.log(ratio));
    }

    static Nights tonight(int day, double ratio, String program) {
        return others(Nights.night(day).program(program), 0).time(RUST, USUAL + Math.log(ratio));
    }

    static MetricChange figure(RegressionReport review, String trial) {
        return review.figures().stream()
                .filter(screened -> screened.figure().trial().toString().equals(trial))
                .findFirst()
                .orElseThrow();
    }

    static RegressionAlert only(RegressionReport review) {
        assertThat(review.alerts()).hasSize(1);
        return review.alerts().get(0);
    }
}
