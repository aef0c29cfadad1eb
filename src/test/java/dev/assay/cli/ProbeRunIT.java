package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.catalog.CatalogReader;
import dev.assay.cli.AssayProcess.Ended;
import dev.assay.model.catalog.Probe;
import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.model.run.MemoryGrowth;
import dev.assay.model.run.ProbeResult;
import dev.assay.store.JournalReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs with probes through the jar. */
class ProbeRunIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private AssayProcess assay() {
        return new AssayProcess(folder, AssayProcess.project());
    }

    private Path latest() {
        return folder.resolve("results/latest");
    }

    private JsonNode run() throws IOException {
        return JSON.readTree(Files.readString(latest().resolve("run.json")));
    }

    @Test
    void aRunOfProbesAloneDecidesTheClaimsThatRestOnThem() throws IOException, InterruptedException {
        // their suites have workloads too
        String probes = CatalogReader.read(AssayProcess.project().resolve("workloads")).probes().stream()
                .filter(probe -> !probe.procedure().how().onRequest())
                .map(Probe::id)
                .collect(Collectors.joining(","));
        Ended ended = assay().run("--workload=" + probes, "--profile=quick", "--seed=7");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err()).contains("Measuring only the noise floor", "Running 91 probes.");
        assertThat(ended.out()).contains("91 of 91 as expected");
        assertThat(RunSchema.problems(latest().resolve("run.json"))).isEmpty();
        areSeenAsExpected(JournalReader.read(latest().resolve("journal.jsonl")).probes());
        assertThat(run().path("trials")).isEmpty();
        assertThat(run().path("toolchains")).hasSize(3);
        List<JsonNode> decided = run().path("claims")
                .valueStream()
                .filter(claim -> claim.path("evidence")
                        .valueStream()
                        .anyMatch(each -> each.hasNonNull("probe")
                                && !each.path("outcome").asString().equals("no-data")))
                .toList();
        assertThat(decided)
                .hasSize(10)
                .allSatisfy(claim -> assertThat(claim.path("verdict").asString())
                        .isEqualTo(claim.path("expected").asString())
                        .isNotEqualTo("not-tested"));
        assertThat(latest().resolve("report.html"))
                .content()
                .contains("id=\"probe-safety.use-after-free\"", "error[E0382]", "contradicts itself");
        byte[] html = Files.readAllBytes(latest().resolve("report.html"));
        assertThat(new AssayCall(folder, AssayProcess.project())
                        .run("report", "latest")
                        .code())
                .isZero();
        assertThat(Files.readAllBytes(latest().resolve("report.html"))).isEqualTo(html);
    }

    private static void areSeenAsExpected(List<ProbeResult> results) {
        assertThat(results).hasSize(91);
        assertThat(results)
                .filteredOn(result -> !result.asExpected())
                .extracting(result ->
                        result.probe().id() + ": " + result.words() + ", " + result.reason() + "\n" + result.message())
                .isEmpty();
        assertThat(results).allSatisfy(result -> assertThat(result.tool()).isNotEmpty());
        assertThat(results)
                .filteredOn(result -> result.outcome() == ProbeOutcome.REJECTED)
                .hasSizeGreaterThan(10)
                .allSatisfy(result -> assertThat(result.message())
                        .contains(
                                result.probe().procedure().how() == Probe.How.CHECK
                                        ? "[" + result.probe().expectation().code() + "]"
                                        : "error[" + result.codes().get(0)));
        assertThat(results)
                .filteredOn(result -> result.probe().id().equals("errors/ignored-result"))
                .singleElement()
                .satisfies(result -> assertThat(result.message()).contains("warning: unused `Result`"));
        assertThat(MemoryGrowth.of(results))
                .filteredOn(growth -> growth.structure().equals("growth/integers"))
                .hasSize(4)
                .allSatisfy(growth -> assertThat(growth.bytes())
                        .isBetween(
                                growth.runtime().compiled() || growth.variant().equals("compact") ? 7.0 : 30.0, 45.0));
    }

    @Test
    void aProbeThatChangedIsToldAndBreaksNothing() throws IOException, InterruptedException {
        FixtureHome home = new FixtureHome(folder.resolve("home"))
                .python("good/fine", "print(42)\n")
                .probe("safety/odd", "python", "odd.py", "print()\n", "raises")
                .probe("safety/hangs", "python", "hangs.py", "while True:\n    pass\n", "compiles");

        Ended ended = new AssayCall(folder, home.root()).run("--profile=smoke", "--runtimes=python", "--timeout=5s");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err())
                .contains("safety/odd runs clean; expected: raises")
                .contains("safety/hangs gave no result (timed out): the program did not end within 5000 ms");
        assertThat(run().path("warnings"))
                .extracting(warning -> warning.path("code").asString())
                .contains("probe-changed", "probe-missed");
        assertThat(RunSchema.problems(latest().resolve("run.json"))).isEmpty();
    }
}
