package dev.assay.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.run.Environment;
import dev.assay.model.run.SnapshotPhase;
import dev.assay.process.CommandRunner;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MachineInspectorIT {
    @Test
    void looksAtThisMachineAndPrintsNothing() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        Environment environment;
        try (PrintStream caught = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(caught);
            System.setErr(caught);
            environment = new MachineInspector(new CommandRunner(), System.getenv()).take(SnapshotPhase.BEFORE);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(environment.cpuModel()).isNotBlank();
        assertThat(environment.cores()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(environment.memoryBytes()).isGreaterThan(1L << 26);
        assertThat(environment.os()).isNotBlank();
        assertThat(environment.facts().get("C library")).isNotEqualTo(SystemSettings.UNKNOWN);
        assertThat(environment.facts().get("allowed processors")).matches("[0-9,-]+");
        assertThat(environment.facts().get("used by others")).matches("[0-9.]+ processors");
        assertThat(environment.facts().values()).doesNotContainNull();
    }
}
