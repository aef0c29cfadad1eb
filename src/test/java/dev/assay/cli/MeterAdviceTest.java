package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.meter.Abilities;
import dev.assay.model.Warning;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeterAdviceTest {
    private static List<Warning> advice(String ability, String state, Map<String, String> facts) {
        return new MeterAdvice(new Abilities(Map.of(ability, state)), facts).warnings();
    }

    @Test
    void whatIsThereAndWhatIsNotKnownNeedsNoAdvice() {
        assertThat(advice("trace", "yes", Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "trace,     ptrace_scope,        2,      kernel.yama.ptrace_scope=1",
        "trace,     ptrace_scope,        3,      restart",
        "trace,     container,           Docker, --cap-add=SYS_PTRACE",
        "trace,     container,           none,   security module",
        "taskClock, perf_event_paranoid, 4,      kernel.perf_event_paranoid=2",
        "taskClock, container,           Podman, --cap-add=PERFMON",
        "counters,  perf_event_paranoid, 3,      kernel.perf_event_paranoid=2",
        "warden,    container,           none,   PR_SET_CHILD_SUBREAPER"
    })
    void whatIsMissingIsNamedWithItsReasonAndTheWayToGetIt(String ability, String fact, String value, String remedy) {
        assertThat(advice(ability, "it was refused", Map.of(fact, value)))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.code()).isEqualTo("meter-" + ability);
                    assertThat(warning.misleads())
                            .as("what is not measured is not guessed")
                            .isFalse();
                    assertThat(warning.message()).endsWith("(it was refused)");
                    assertThat(warning.remedy()).contains(remedy);
                });
    }

    @Test
    void aVirtualMachineHasTheCountersThatItsHostPassesOn() {
        Map<String, String> facts = Map.of("perf_event_paranoid", "2", "container", "none", "virtual machine", "QEMU");

        assertThat(advice("counters", "not supported", facts))
                .singleElement()
                .satisfies(warning -> assertThat(warning.remedy()).contains("-cpu host,pmu=on"));
    }
}
