package dev.assay.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.meter.ParallelMeters.Attempt;
import dev.assay.model.AssayException.MeterFailure;
import dev.assay.model.run.Exit;
import dev.assay.model.run.ProcessMeasurements;
import dev.assay.model.run.SamplingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ParallelMetersTest {
    private interface Script {
        int run(int number) throws Meter.Lost;
    }

    /** A meter whose processes end with the code that a function gives for their number. */
    private static final class ScriptedMeter implements Meter {
        private final Script script;

        ScriptedMeter(Script script) {
            this.script = script;
        }

        @Override
        public MeterRecord measure(MeterRequest request) throws Lost {
            int code = script.run(Integer.parseInt(request.argv().get(0)));
            return new MeterRecord(
                    ProcessMeasurements.NONE, new Exit(Exit.Reason.EXITED, code, null, null, null), 0, null);
        }

        @Override
        public void renew() {}

        @Override
        public void close() {}
    }

    private static Set<Meter> two(Script script) {
        return Stream.generate(() -> new ScriptedMeter(script)).limit(2).collect(Collectors.toSet());
    }

    private static List<MeterRequest> requests(int number) {
        Path none = Path.of("/dev/null");
        return IntStream.range(0, number)
                .mapToObj(i -> new MeterRequest(
                        SamplingMode.MEMORY,
                        List.of(Integer.toString(i)),
                        Map.of(),
                        none,
                        null,
                        none,
                        none,
                        Limits.of(Duration.ofSeconds(1), Duration.ofSeconds(1), 1),
                        false,
                        null,
                        null))
                .toList();
    }

    /** Each process waits for another one: one meter, or one after the other, would never come to an end. */
    @Test
    void twoRunAtATimeAndEachRequestHasItsOwnRecord() {
        CyclicBarrier together = new CyclicBarrier(2);
        Script paired = number -> {
            try {
                together.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException(e);
            }
            return 0;
        };
        List<Attempt> attempts = ParallelMeters.measure(two(paired), requests(10));
        assertThat(attempts).hasSize(10).allMatch(Attempt::ok);
    }

    @Test
    void nothingBeginsBehindAProcessThatDidNotEndWell() {
        List<Attempt> attempts =
                ParallelMeters.measure(Set.of(new ScriptedMeter(number -> number == 2 ? 7 : 0)), requests(5));
        assertThat(attempts.stream().map(Attempt::ok)).containsExactly(true, true, false, false, false);
        assertThat(attempts.get(2).record()).isNotNull();
        assertThat(attempts.get(3)).isEqualTo(Attempt.NONE);
    }

    @Test
    void theRequestWithWhichAMeterWasLostIsKnown() {
        Script dying = number -> {
            if (number == 1) {
                throw new Meter.Lost("the meter died");
            }
            return 0;
        };
        List<Attempt> attempts = ParallelMeters.measure(Set.of(new ScriptedMeter(dying)), requests(3));
        assertThat(attempts.get(1).loss()).hasMessage("the meter died");
        assertThat(attempts.get(0).loss()).isNull();
        assertThat(attempts.get(2)).isEqualTo(Attempt.NONE);
    }

    @Test
    void aMeterThatCannotGoOnEndsTheRest() {
        Script refusing = number -> {
            throw new MeterFailure("refused");
        };
        assertThatThrownBy(() -> ParallelMeters.measure(two(refusing), requests(4)))
                .isInstanceOf(MeterFailure.class)
                .hasMessage("refused");
    }
}
