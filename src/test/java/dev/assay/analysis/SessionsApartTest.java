package dev.assay.analysis;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.analysis.Synthetic.Figures;
import dev.assay.model.Metric;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.Comparison.Verdict;
import dev.assay.model.result.Interval;
import dev.assay.model.result.RunResult;
import dev.assay.model.result.SecondaryStatistics;
import dev.assay.model.run.Recording;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sessions that lie apart by more than the noise within one. */
class SessionsApartTest {
    private static final String RUST = "numeric/a:rust:std@9x1";
    private static final String C = "numeric/a:c:std@9x1";

    /** Programs of 10 ms, Rust's slower by the factor of its session. */
    private static Synthetic run(long seed, int blocks, double... factors) {
        int ofSession = 2 + blocks / factors.length;
        return Synthetic.run(seed)
                .blocks(blocks)
                .sessions(factors.length)
                .spread(0.005)
                .trial(RUST, Figures.ofWork(10, 2))
                .trial(C, Figures.ofWork(10, 1))
                .changed(RUST, sample -> Samples.slower(sample, factors[sample.block() / ofSession]));
    }

    private static Comparison work(RunResult result) {
        return result.comparisons().stream()
                .filter(comparison -> comparison.metric() == Metric.WORK)
                .findFirst()
                .orElseThrow();
    }

    private static Interval at95(SecondaryStatistics.Sessions sessions) {
        return requireNonNull(sessions.at95());
    }

    private static double width(Interval interval) {
        return Math.log(interval.high() / interval.low()) / 2;
    }

    @Test
    void theIntervalForAnySessionStandsBesideThatForThese() {
        Comparison comparison = work(run(1, 60, 1.2, 1.3, 1.4).analyze());
        SecondaryStatistics.Sessions sessions =
                requireNonNull(comparison.beside().sessions());
        assertThat(sessions.count()).isEqualTo(3);
        assertThat(sessions.ratio()).isCloseTo(Math.cbrt(1.2 * 1.3 * 1.4), within(0.01));
        // Student's quantile for two degrees of freedom is 4.303, and the sessions lie 7.7 % apart
        assertThat(width(at95(sessions))).isCloseTo(4.303 * 0.0771 / Math.sqrt(3), within(0.02));
        assertThat(width(at95(sessions)))
                .isGreaterThan(width(requireNonNull(comparison.estimate().at95())));
    }

    @Test
    void aVerdictThatSuchAnIntervalDoesNotShareSaysSo() {
        Comparison comparison = work(run(2, 60, 1.1, 1.3, 1.2).analyze());
        assertThat(comparison.verdict()).isEqualTo(Verdict.BETTER);
        assertThat(comparison.reasons())
                .anySatisfy(reason -> assertThat(reason)
                        .startsWith("sessions: across sessions the interval is ")
                        .endsWith("the verdict is no longer 'better'; another session may differ"));
        Comparison sure = work(run(2, 60, 2.0, 2.02, 1.99).analyze());
        assertThat(sure.verdict()).isEqualTo(Verdict.BETTER);
        assertThat(sure.reasons()).noneMatch(reason -> reason.startsWith("sessions"));
    }

    /** Of equal programs that a session moves by 6 %, at most one in twenty intervals may miss 1. */
    @Test
    void theIntervalHoldsForSessionsThatWereNotMeasured() {
        Random random = new Random(11);
        int runs = 200;
        int missed = 0;
        int onThese = 0;
        for (int round = 0; round < runs; round++) {
            double[] drawn = random.doubles(3)
                    .map(ignored -> Math.exp(0.06 * random.nextGaussian()))
                    .toArray();
            Comparison comparison = work(run(round, 30, drawn).analyze());
            missed += at95(requireNonNull(comparison.beside().sessions())).contains(1) ? 0 : 1;
            onThese += requireNonNull(comparison.estimate().at95()).contains(1) ? 0 : 1;
        }
        // 5 % of 200 and three standard deviations of that
        assertThat(missed).isLessThanOrEqualTo(10 + 10);
        // else this would show nothing
        assertThat(onThese).isGreaterThan(runs / 4);
    }

    @Test
    void aRunOfOneSessionHasNoSuchInterval() {
        RunResult result = run(3, 20, 1.5).analyze();
        assertThat(result.comparisons())
                .allMatch(comparison -> comparison.beside().sessions() == null);
    }

    @Test
    void peaksOfMemoryHaveNone() {
        assertThat(run(4, 60, 1.0, 1.1, 1.2).analyze().comparisons())
                .filteredOn(comparison -> !comparison.metric().timed())
                .isNotEmpty()
                .allMatch(comparison -> comparison.beside().sessions() == null);
    }

    /** A run that was cut short in its first session knows no other, and one in its second knows of two. */
    @Test
    void sessionsThatWereNotMeasuredDoNotCount() {
        Recording whole = run(5, 60, 1.2, 1.3, 1.4).build();
        assertThat(upTo(whole, 1).comparisons())
                .isNotEmpty()
                .allMatch(comparison -> comparison.beside().sessions() == null);
        assertThat(requireNonNull(work(upTo(whole, 2)).beside().sessions()).count())
                .isEqualTo(2);
    }

    private static RunResult upTo(Recording whole, int session) {
        Recording cut = new Recording(
                whole.header(),
                List.of(),
                whole.samples().stream()
                        .filter(sample -> whole.header().sampling().session(sample.block()) <= session)
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                null);
        return Analysis.analyze(cut, Synthetic.ARTICLE, List.of());
    }
}
