package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AssayProcess.Ended;
import dev.assay.environment.CpuList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where programs run and what they may use, through whole runs. */
class PinningIT {
    private static final String AFFINITY = """
            import os, sys
            allowed = len(os.sched_getaffinity(0))
            if allowed != %s:
                sys.exit("%%d processors" %% allowed)
            print(42)
            """;

    private final List<Integer> allowed = CpuList.allowed();

    @TempDir
    private Path folder;

    private JsonNode run() throws IOException {
        return JsonMapper.builder().build().readTree(Files.readString(folder.resolve("results/latest/run.json")));
    }

    @Test
    void aCommandSeesOnlyTheProcessorsThatAreNamed() throws IOException, InterruptedException {
        int last = allowed.get(allowed.size() - 1);
        Path seen = folder.resolve("seen");
        String command = "sh -c 'grep Cpus_allowed_list: /proc/self/status > " + seen + "'";
        Ended ended = new AssayCall(folder, AssayProcess.project())
                .run(
                        "compare",
                        "--baseline",
                        command,
                        "--contender",
                        command,
                        "--runs=1",
                        "--cpus=" + last,
                        "--memory-limit=1GiB");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(Files.readString(seen).strip()).isEqualTo("Cpus_allowed_list:\t" + last);
        assertThat(run().path("options").path("cpus").asString()).isEqualTo(Integer.toString(last));
        assertThat(run().path("commandLine").toString()).contains("--cpus=" + last, "--memory-limit=1GiB");
        assertThat(run().path("environment")
                        .path("before")
                        .path("facts")
                        .path("programs run on")
                        .asString())
                .isEqualTo(Integer.toString(last));
        assertThat(Files.readString(folder.resolve("results/latest/report.html")))
                .contains("programs run on");
    }

    @Test
    void aScalingTrialGetsAsManyProcessorsAsThreads() throws IOException, InterruptedException {
        FixtureHome home = new FixtureHome(folder.resolve("home"))
                .python("some/scaling", AFFINITY.formatted("int(sys.argv[2])"))
                .python("some/single", AFFINITY.formatted(Integer.toString(allowed.size())));
        Path manifest = home.root().resolve("workloads/some/scaling/workload.json");
        Files.writeString(
                manifest, Files.readString(manifest).replace("\"threads\": \"one\"", "\"threads\": \"scaling\""));
        Ended ended = new AssayCall(folder, home.root())
                .run("--runtimes=python", "--profile=smoke", "--blocks=1", "--cpus=" + CpuList.show(allowed));
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(run().path("trials"))
                .extracting(trial -> trial.path("id").asString())
                .contains("some/scaling:python:std@1x1", "some/scaling:python:std@1x" + allowed.size());
    }

    @Test
    void moreThreadsThanProcessorsAndUnknownProcessorsAreWrongOptions() throws IOException, InterruptedException {
        AssayCall assay = new AssayCall(folder, AssayProcess.project());
        int first = allowed.get(0);
        Ended threads = assay.run("run", "--cpus=" + first, "--threads=1,2");
        assertThat(threads.code()).isEqualTo(2);
        assertThat(threads.err()).contains("--threads=2 needs that many processors, but programs run on 1 (");
        Ended unknown = assay.run("compare", "--baseline=true", "--contender=true", "--cpus=99999");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err())
                .contains("processor 99999 does not exist or is not allowed")
                .contains("Allowed here: " + CpuList.show(allowed));
    }
}
