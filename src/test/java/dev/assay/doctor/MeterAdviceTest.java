package dev.assay.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Examples;
import dev.assay.meter.Capabilities;
import dev.assay.model.Warning;
import dev.assay.model.run.Environment;
import dev.assay.model.run.SnapshotPhase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeterAdviceTest {
    private static List<Warning> advice(String ability, String state, Map<String, String> facts) {
        Environment machine = Examples.environment(SnapshotPhase.BEFORE).with(facts);
        return new MeterAdvice(new Capabilities(Map.of(ability, state)), machine).warnings();
    }

    @Test
    void whatIsThereAndWhatIsNotKnownNeedsNoAdvice() {
        assertThat(advice("trace", "yes", Map.of())).isEmpty();
    }

    @Test
    void someCountersAreNotNone() {
        assertThat(advice("counters", "only cycles", Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ptrace_scope, 2,      kernel.yama.ptrace_scope=1",
        "ptrace_scope, 3,      reboot",
        "container,    Docker, --cap-add=SYS_PTRACE",
        "container,    none,   security module"
    })
    void whoMayNotTraceIsToldByWhomAndHowToGetIt(String fact, String value, String remedy) {
        assertThat(advice("trace", "it was refused", Map.of(fact, value)))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.code()).isEqualTo("meter-trace");
                    assertThat(warning.misleads())
                            .as("what is not measured is not guessed")
                            .isFalse();
                    assertThat(warning.message()).endsWith("(it was refused)");
                    assertThat(warning.remedy()).contains(remedy);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"taskClock", "counters"})
    void whatTheMeterSaysOfEventsIsTheRemedy(String ability) {
        assertThat(advice(ability, "forbidden: sudo sysctl x=2", Map.of()))
                .singleElement()
                .satisfies(warning -> assertThat(warning.remedy()).isEqualTo("forbidden: sudo sysctl x=2"));
    }

    @Test
    void withoutAWardenOrphansMayStay() {
        assertThat(advice("warden", "no such call", Map.of()))
                .singleElement()
                .satisfies(warning -> assertThat(warning.message()).endsWith("(no such call)"));
    }
}
