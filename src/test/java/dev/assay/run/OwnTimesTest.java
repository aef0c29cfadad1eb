package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Steps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnTimesTest {
    private static final String ALL = "step_median_ns=500\nstep_tail_ns=20000\nkernel_ns=8000000\n";

    @Test
    void readsEachTimeFromItsLine() {
        assertThat(OwnTimes.kernelNs("a word\n" + ALL)).isEqualTo(8_000_000);
        assertThat(OwnTimes.steps(ALL)).isEqualTo(new Steps(500, 20_000));
    }

    @Test
    void whatIsNotSaidIsAbsent() {
        assertThat(OwnTimes.kernelNs("kernel_ns=8ms\n")).isNull();
        assertThat(OwnTimes.steps("kernel_ns=8000000\n")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "step_median_ns=500\n",
                "step_tail_ns=20000\n",
                "step_median_ns=500\nstep_tail_ns=499\n",
                "step_median_ns=0\nstep_tail_ns=20000\n",
                "step_median_ns=500\nstep_median_ns=500\nstep_tail_ns=20000\n"
            })
    void stepsThatCannotBeAreAbsent(String stderr) {
        assertThat(OwnTimes.steps(stderr)).isNull();
    }
}
