package dev.assay.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Examples;
import dev.assay.console.Console;
import dev.assay.model.Runtime;
import dev.assay.model.Severity;
import dev.assay.model.Warning;
import dev.assay.model.run.Environment;
import dev.assay.model.run.SnapshotPhase;
import dev.assay.model.run.Toolchain;
import dev.assay.toolchain.ToolchainReport;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
    private static ToolchainReport found(Runtime runtime, Warning... warnings) {
        return new ToolchainReport(
                runtime,
                List.of(
                        new Toolchain(
                                runtime,
                                "/opt/" + runtime,
                                "1.2.3",
                                Map.of("build", "no PGO", "flags", "-O3"),
                                List.of(warnings)),
                        new Toolchain(runtime, "/usr/" + runtime, "1.0.0", Map.of(), List.of())),
                "");
    }

    private static Diagnosis diagnosis(List<ToolchainReport> surveys, String meterProblem, Warning... warnings) {
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
                Map.of("turbo", "on", "meter: memory by trace", "not permitted", "ptrace_scope", "2"),
                List.of(warnings));
        return new Diagnosis(surveys, with, meterProblem, null);
    }

    private static String printed(Diagnosis diagnosis) {
        StringWriter out = new StringWriter();
        DoctorSheet.print(
                new Console(new PrintWriter(out), new PrintWriter(new StringWriter()), false, false, false, 80),
                diagnosis);
        return out.toString();
    }

    @Test
    void hintsLeaveMeasuringSound() {
        Diagnosis diagnosis =
                diagnosis(List.of(found(Runtime.C)), "", new Warning("turbo", "turbo is on", "turn it off"));

        assertThat(diagnosis.incomplete()).isFalse();
        assertThat(diagnosis.misleads()).isFalse();
        assertThat(printed(diagnosis))
                .contains("Suggestions", "turbo: Turbo is on.", "-> Turn it off.")
                .contains("kernel.yama.ptrace_scope=1")
                .contains("Ready to measure.")
                .doesNotContain("Problems");
    }

    @Test
    void whatIsGraveMisleadsWhereverItWasFound() {
        Warning slow = Warning.grave("python-no-pgo", "Python is slow", "take another");
        Diagnosis ofToolchain = diagnosis(List.of(found(Runtime.C), found(Runtime.PYTHON, slow)), "");
        Diagnosis ofMachine =
                diagnosis(List.of(found(Runtime.C)), "", Warning.grave("battery", "it drains", "plug it in"));

        assertThat(ofToolchain.incomplete()).isFalse();
        assertThat(ofToolchain.misleads()).isTrue();
        assertThat(ofMachine.incomplete()).isFalse();
        assertThat(ofMachine.misleads()).isTrue();
        assertThat(printed(ofMachine))
                .containsSubsequence(
                        "Problems",
                        "battery: It drains.",
                        "-> Plug it in.",
                        "Results would be unreliable: fix the problem above");
    }

    @Test
    void eachCodeIsToldOnceAndTheGraveFirst() {
        Diagnosis diagnosis = diagnosis(
                List.of(found(Runtime.C)),
                "",
                new Warning("turbo", "on", "off"),
                Warning.grave("busy", "so", "wait"),
                Warning.grave("busy", "again", "wait"));

        assertThat(diagnosis.warnings()).extracting(Warning::code).containsExactly("busy", "turbo", "meter-trace");
        assertThat(diagnosis.warnings())
                .extracting(Warning::severity)
                .isSorted()
                .startsWith(Severity.GRAVE);
    }

    @Test
    void whatIsMissingComesBeforeWhatMisleads() {
        ToolchainReport missing =
                new ToolchainReport(Runtime.RUST, List.of(), "Rust was not found.\nTo get it: rustup");
        Diagnosis diagnosis =
                diagnosis(List.of(missing, found(Runtime.C)), "", Warning.grave("battery", "it drains", "plug it in"));

        assertThat(diagnosis.incomplete()).isTrue();
        assertThat(printed(diagnosis))
                .contains("Rust                     missing. Rust was not found.", "To get it: rustup");
    }

    @Test
    void aMeterThatIsMissingIsMissing() {
        Diagnosis diagnosis = diagnosis(List.of(found(Runtime.C)), "The meter is missing.");

        assertThat(diagnosis.incomplete()).isTrue();
        assertThat(printed(diagnosis)).contains("The meter is missing.").doesNotContain("Noise now");
    }

    @Test
    void everyToolchainIsShownWithHowItWasBuilt() {
        assertThat(printed(diagnosis(List.of(found(Runtime.PYTHON)), "")))
                .contains("  Python                   1.2.3 /opt/python\n                           no PGO\n")
                .contains("    also                   1.0.0 /usr/python\n")
                .contains("  turbo                    on\n")
                .contains("  memory by trace          no: not permitted\n")
                .contains("  hardware counters        unknown\n")
                .doesNotContain("-O3");
    }
}
