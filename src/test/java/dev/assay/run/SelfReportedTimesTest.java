package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.run.ServiceFigures;
import dev.assay.model.run.StepTimes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelfReportedTimesTest {
    private static final String ALL = "step_median_ns=500\nstep_tail_ns=20000\nwork_ns=8000000\n";

    @Test
    void readsEachTimeFromItsLine() {
        assertThat(SelfReportedTimes.work("a word\n" + ALL, 1)).containsExactly(8_000_000L);
        assertThat(SelfReportedTimes.work("work_ns=3\nwork_ns=1\nwork_ns=2\n", 3))
                .containsExactly(3L, 1L, 2L);
        assertThat(SelfReportedTimes.work("work_ns=3\n".repeat(9), 3)).hasSize(4);
        assertThat(SelfReportedTimes.steps(ALL)).isEqualTo(new StepTimes(500, 20_000));
    }

    /** Of programs that were written for an earlier version. */
    @Test
    void theFormerWordIsTheSameTime() throws IOException {
        assertThat(SelfReportedTimes.work("kernel_ns=3\n", 1)).containsExactly(3L);
        assertThat(SelfReportedTimes.work("kernel_ns=3\nwork_ns=3\n", 1)).containsExactly(3L, 3L);
        assertThat(SelfReportedTimes.work("tokernel_ns=3\nkernel_ns =3\n", 1)).isEmpty();
        assertThat(lines("kernel_ns=3\nwork_ns=4\n".repeat(100_000), 1)).isEqualTo("kernel_ns=3\nwork_ns=4\n");
    }

    @Test
    void whatIsNotSaidIsAbsent() {
        assertThat(SelfReportedTimes.work("work_ns=8ms\n", 1)).isEmpty();
        assertThat(SelfReportedTimes.steps("work_ns=8000000\n")).isNull();
    }

    private static final String SERVICE = """
            first_answer_ns=9
            latency_p50_ns=1
            latency_p99_ns=2
            cpu_per_request_ns=4
            idle_peak_bytes=5
            loaded_peak_bytes=6
            shared_cpu=1
            """;

    @Test
    void aServiceSaysAllThatIsAlwaysKnown() {
        assertThat(SelfReportedTimes.service(SERVICE + "latency_p999_ns=3\n"))
                .isEqualTo(new ServiceFigures(9, 1, 2, 3L, 4, 5, 6, true));
        assertThat(SelfReportedTimes.service(SERVICE.replace("cpu=1", "cpu=0")))
                .isEqualTo(new ServiceFigures(9, 1, 2, null, 4, 5, 6, false));
    }

    @Test
    void aServiceThatSaysLessOrTooMuchSaysNothing() throws IOException {
        assertThat(SERVICE.lines()).hasSize(7).allSatisfy(line -> {
            assertThat(SelfReportedTimes.service(SERVICE.replace(line + "\n", "")))
                    .isNull();
            assertThat(SelfReportedTimes.service(SERVICE + line + "\n")).isNull();
        });
        assertThat(lines("a server's log\n" + SERVICE, 1)).isEqualTo(SERVICE);
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
        assertThat(SelfReportedTimes.steps(stderr)).isNull();
    }

    /** A program may write more than this JVM can hold. */
    @Test
    void onlyTheLinesAboutTimesAreKeptOfAll() throws IOException {
        String noise = "x".repeat(1 << 20) + "\nother_ns=5\n";
        String kept = "work_ns=3\nwork_ns=3\n" + ALL;
        assertThat(lines(noise + kept.replace("\n", "\r\n" + noise) + "work_ns=7", 5))
                .isEqualTo(kept + "work_ns=7\n");
        assertThat(lines("work_ns=3\n".repeat(100_000), 2)).isEqualTo("work_ns=3\n".repeat(3));
    }

    private static String lines(String stderr, int wanted) throws IOException {
        return SelfReportedTimes.lines(new ByteArrayInputStream(stderr.getBytes(StandardCharsets.UTF_8)), wanted);
    }
}
