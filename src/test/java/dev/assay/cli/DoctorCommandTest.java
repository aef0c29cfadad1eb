package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Examples;
import dev.assay.doctor.Diagnosis;
import dev.assay.model.Warning;
import dev.assay.model.run.Environment;
import dev.assay.model.run.SnapshotPhase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code doctor} exits with. */
class DoctorCommandTest {
    private static final Warning GRAVE = Warning.grave("battery", "it drains", "plug it in");

    private static ExitCode exitCode(String meterProblem, Warning... warnings) {
        Environment machine = Examples.environment(SnapshotPhase.BEFORE);
        Environment with = new Environment(
                machine.at(),
                machine.phase(),
                machine.cpuModel(),
                machine.cores(),
                machine.memoryBytes(),
                machine.os(),
                machine.arch(),
                machine.loadAverage(),
                machine.facts(),
                List.of(warnings));
        return DoctorCommand.exitCode(new Diagnosis(List.of(), with, meterProblem, null));
    }

    @Test
    void aHintIsNotAReasonToFail() {
        assertThat(exitCode("", new Warning("turbo", "turbo is on", "turn it off")))
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void whatMisleadsIsACodeOfItsOwn() {
        assertThat(exitCode("", GRAVE)).isEqualTo(ExitCode.GATE);
    }

    @Test
    void whatIsMissingCountsBeforeWhatMisleads() {
        assertThat(exitCode("The meter is missing.", GRAVE)).isEqualTo(ExitCode.TOOLCHAIN);
    }
}
