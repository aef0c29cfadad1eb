package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AssayProcess.Ended;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole run in which the C program of every workload but one is hostile, and the Python program beside it is not. */
class FaultyRunIT {
    @TempDir
    private Path folder;

    @Test
    void hostileProgramsAreReportedAndTheOthersAreMeasured() throws IOException, InterruptedException {
        FixtureHome home = new FixtureHome(folder.resolve("home"));
        for (String name : new String[] {
            "floods", "segfault", "escapes-its-group", "truncates-its-output", "grows-its-output", "leaves-a-deep-tree"
        }) {
            home.pair("faulty/" + name, "print(42)\n", source(name + ".c"));
        }
        home.python("lost/killer", "import os, signal\nos.kill(os.getppid(), signal.SIGKILL)\nsignal.pause()\n");

        Ended ended =
                new AssayProcess(folder, home.root()).run("--profile=smoke", "--runtimes=python,c", "--timeout=3s");

        assertThat(ended.code()).as(ended.err()).isEqualTo(3);
        JsonNode run = JsonMapper.shared().readTree(Files.readString(folder.resolve("results/latest/run.json")));
        Map<String, String> reasons = new HashMap<>();
        for (JsonNode trial : run.path("trials")) {
            String id = trial.path("workload").asString() + " "
                    + trial.path("runtime").asString();
            reasons.put(
                    id,
                    trial.path("status").asString() + ": "
                            + trial.path("reason").asString(""));
        }
        assertThat(reasons)
                .hasSize(13)
                .containsEntry("faulty/floods c", "failed: wrote more than 67108864 bytes and was killed")
                .containsEntry("faulty/segfault c", "failed: was killed by signal 11")
                .containsEntry("faulty/escapes-its-group c", "failed: did not end within 3000 ms and was killed")
                .containsEntry("faulty/leaves-a-deep-tree c", "ok: ");
        assertThat(reasons.get("lost/killer python"))
                .startsWith("failed: the meter was lost each time it ran, last: the meter died");
        assertThat(reasons.get("faulty/truncates-its-output c"))
                .startsWith("failed: wrong output: line 1 is '???42' and should be '42'");
        assertThat(reasons.get("faulty/grows-its-output c"))
                .startsWith("failed: wrote more than 67108864 bytes and was killed; last output: ");
        assertThat(reasons).allSatisfy((id, reason) -> {
            if (id.startsWith("faulty/") && id.endsWith(" python")) {
                assertThat(reason).isEqualTo("ok: ");
            }
        });
        String report = Files.readString(folder.resolve("results/latest/report.html"));
        reasons.values().stream()
                .filter(reason -> reason.startsWith("failed: "))
                .map(reason -> reason.substring("failed: ".length()).replace("'", "&#39;"))
                .forEach(reason -> assertThat(report).contains(reason));
        assertThat(ended.err())
                .contains("The meter was lost 3 times, with lost/killer:python:std@1x1 (3);")
                .contains("failed: lost/killer:python:std@1x1 the meter died")
                .contains("faulty/segfault:c:std@1x1 was killed by signal 11")
                .doesNotContain("Exception");
        assertThat(home.root().resolve("target/scratch")).isEmptyDirectory();
    }

    /** A program of the fault suite with its header in it, for a workload's source stands alone. */
    private static String source(String name) throws IOException {
        return resource(name).replace("#include \"fault.h\"\n", resource("fault.h"));
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = FaultyRunIT.class.getResourceAsStream("/dev/assay/faults/" + name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
