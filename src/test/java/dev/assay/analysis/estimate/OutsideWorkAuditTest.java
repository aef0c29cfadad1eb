package dev.assay.analysis.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analysis.Synthetic;
import dev.assay.analysis.Synthetic.Figures;
import dev.assay.model.Warning;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Wall time that is neither work nor start-up is found in every trial. */
class OutsideWorkAuditTest {
    /** So many milliseconds of work in a process of that many. */
    private static Figures figures(double workMs, double wallMs) {
        return new Figures(workMs * 1e6, wallMs * 1e6, wallMs * 1e6, 1e6);
    }

    private static List<String> warnings(Synthetic run) {
        return run.analyze().warnings().stream()
                .filter(warning -> warning.code().equals("outside-work"))
                .map(Warning::problem)
                .toList();
    }

    private static Synthetic withEmpty() {
        return Synthetic.run(1)
                .spread(0.0001)
                .trial("startup/empty:python:std@9x1", Figures.withoutWork(11, 1))
                .trial("startup/empty:rust:std@9x1", Figures.withoutWork(1, 1));
    }

    @Test
    void trialsAreNamedWithTheirShareTheLargestFirst() {
        Synthetic run = withEmpty()
                .trial("numeric/sum:python:numpy@9x1", figures(4, 100))
                .trial("numeric/sort:python:std@9x1", figures(60, 100))
                .trial("numeric/sort:rust:std@9x1", figures(60, 65));
        assertThat(warnings(run))
                .singleElement()
                .asString()
                .contains(
                        ": numeric/sum:python:numpy@9x1 (85 %, 85.0 ms), numeric/sort:python:std@9x1 (29 %, 29.0 ms). ")
                .doesNotContain("rust");
    }

    /** A fifth of little is little; and a start that is not known for the runtime is said to be in it. */
    @Test
    void startUpIsNotComparedWithATrialWhereItIsKnown() {
        assertThat(warnings(withEmpty()
                        .trial("numeric/sum:python:std@9x1", figures(1, 12))
                        .trial("numeric/sum:rust:std@9x1", figures(1, 4))))
                .isEmpty();
        assertThat(warnings(Synthetic.run(2).trial("numeric/sum:python:std@9x1", figures(1, 12))))
                .singleElement()
                .asString()
                .contains("numeric/sum:python:std@9x1 (86 %, 10.3 ms, including the start of Python in it)");
    }

    @Test
    void theWorkOfAProcessThatRepeatsItIsAllOfIt() {
        Synthetic run =
                Synthetic.run(3).spread(0.0001).repeated("numeric/sum:rust:std@9x1", figures(10, 41), 1, 1, 1, 1);
        assertThat(warnings(run)).isEmpty();
    }
}
