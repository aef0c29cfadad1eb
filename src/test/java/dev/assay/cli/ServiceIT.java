package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AssayProcess.Ended;
import dev.assay.fixture.JournalContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole runs of programs that are servers. */
class ServiceIT {
    private static final String SERVER = """
            import os, socketserver, sys
            served = 0
            def answer(path):
                global served
                served += 1
                %s
                return 200, b"hello " + path
            class Handler(socketserver.StreamRequestHandler):
                def handle(self):
                    while line := self.rfile.readline():
                        while self.rfile.readline() != b"\\r\\n":
                            pass
                        status, body = answer(line.split()[1])
                        self.wfile.write(b"HTTP/1.1 %%d X\\r\\nContent-Length: %%d\\r\\n\\r\\n%%s" %% (status, len(body), body))
            assert sys.argv[1:] == ["1"], sys.argv
            server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
            print(f"port={server.server_address[1]}", flush=True)
            server.serve_forever()
            """;

    @TempDir
    private Path folder;

    private FixtureHome home(Map<String, String> variants) throws IOException {
        FixtureHome home = new FixtureHome(folder.resolve("home"));
        Path workload = Files.createDirectories(home.root().resolve("workloads/some/server"));
        List<String> programs = new ArrayList<>();
        for (Map.Entry<String, String> variant : variants.entrySet()) {
            String source = "server." + variant.getKey() + ".py";
            Files.writeString(workload.resolve(source), SERVER.formatted(variant.getValue()));
            programs.add("{\"runtime\": \"python\", \"variant\": \"%s\", \"source\": \"%s\"}"
                    .formatted(variant.getKey(), source));
        }
        Files.writeString(workload.resolve("workload.json"), """
                {"schema": "assay.workload/1", "id": "some/server", "title": "T", "task": "t", "algorithm": "a", "trap": "t",
                 "parameter": "requests", "sizes": {"smoke": 40, "quick": 40, "full": 40},
                 "expected": {"smoke": "hello /ahello /b", "quick": "hello /ahello /b", "full": "hello /ahello /b"},
                 "workTime": true, "threads": "one", "service": {"requests": ["GET /a", "GET /b"], "connections": 2, "share": 0.5},
                 "implementations": [%s]}
                """.formatted(String.join(", ", programs)));
        return home;
    }

    private JsonNode run() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(folder.resolve("results/latest/run.json")));
    }

    private static JsonNode trial(JsonNode run, String variant) {
        return run.path("trials")
                .valueStream()
                .filter(trial -> trial.path("variant").asString().equals(variant))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void serversAreLoadedAndWhatIsWrongWithThemIsSaid() throws IOException, InterruptedException {
        Map<String, String> variants = new LinkedHashMap<>();
        variants.put("std", "pass");
        variants.put("other", "pass");
        variants.put("exits", "pass");
        variants.put("dies", "if served == 20: os._exit(3)");
        variants.put("breaks", "if served == 20: return 500, b''");
        variants.put("differs", "return 200, b'good bye'");
        FixtureHome home = home(variants);
        Path exits = home.root().resolve("workloads/some/server/server.exits.py");
        Files.writeString(exits, "import sys\nsys.exit('no address is left')\n");
        Ended ended = new AssayCall(folder, home.root()).run("--blocks=6", "--runtimes=python", "--variants=all");

        assertThat(ended.code()).as(ended.err()).isEqualTo(3);
        JsonNode run = run();
        checkFigures(trial(run, "std"));
        checkFigures(trial(run, "other"));
        assertThat(trial(run, "exits").path("reason").asString())
                .isEqualTo(
                        "exited with code 1; last output: no address is left / load: the server ended before it printed a line"
                                + " port=NNNN: exit code 1");
        assertThat(trial(run, "dies").path("reason").asString())
                .endsWith("load: the server ended while it was loaded: exit code 3");
        assertThat(trial(run, "breaks").path("reason").asString())
                .contains("load: wrong answers: 1; the first: status 500 for GET /");
        assertThat(trial(run, "differs").path("reason").asString())
                .isEqualTo("wrong output: line 1 is 'good byegood bye' and should be 'hello /ahello /b'");
        assertThat(run.path("comparisons")
                        .valueStream()
                        .map(each -> each.path("metric").asString()))
                .contains("work", "peak", "latencyP50", "latencyP99", "requestCpu", "idlePeak", "firstAnswer")
                .doesNotContain("wall", "cpu", "treePeak");
        checkFiles(ended);
    }

    private static void checkFigures(JsonNode trial) {
        assertThat(trial.path("status").asString())
                .as(trial.path("reason").asString(""))
                .isEqualTo("ok");
        assertThat(trial.path("typical").propertyNames())
                .containsExactlyInAnyOrder(
                        "work", "rate", "peak", "latencyP50", "latencyP99", "requestCpu", "idlePeak", "firstAnswer");
        assertThat(trial.path("samples")).allSatisfy(sample -> {
            assertThat(sample.path("mode").asString()).isEqualTo("timing");
            assertThat(sample.path("peakBytes").isNull()).isTrue();
            JsonNode service = sample.path("service");
            assertThat(service.path("loadedPeakBytes").asLong())
                    .isGreaterThanOrEqualTo(service.path("idlePeakBytes").asLong());
        });
    }

    private void checkFiles(Ended ended) throws IOException {
        Path latest = folder.resolve("results/latest");
        assertThat(RunSchema.problems(latest.resolve("run.json"))).isEmpty();
        assertThat(JournalContract.problems(latest.resolve("journal.jsonl"))).isEmpty();
        assertThat(Files.readString(latest.resolve("report.html"))).contains("Requests per second", "99th percentile");
        assertThat(Files.readString(latest.resolve("summary.md"))).contains("## Services", "| some/server | Python |");
        JsonNode bencher = JsonMapper.shared().readTree(Files.readString(latest.resolve("exports/bencher.json")));
        assertThat(bencher.path("some/server:python:std@40x1").propertyNames())
                .contains("throughput", "latency-p99")
                .doesNotContain("latency", "cpu-time");
        assertThat(JsonMapper.shared()
                        .readTree(Files.readString(latest.resolve("exports/hyperfine.json")))
                        .path("results"))
                .isEmpty();
        assertThat(ended.out()).contains("Services: requests per second", "\n  some/server\n    Python  ");
    }

    @Test
    void aServerIsGoneWithItsHarness() throws IOException, InterruptedException {
        Path running = folder.resolve("running");
        FixtureHome home = home(Map.of(
                "std", "open('" + running + "', 'a').write(f'{os.getpid()}\\n')\n    import time; time.sleep(1000)"));
        Process process = new AssayProcess(folder, home.root()).start("--profile=smoke", "--runtimes=python");
        while (!Files.exists(running) || !Files.readString(running).endsWith("\n")) {
            assertThat(process.waitFor(1, TimeUnit.MILLISECONDS)).as("it ended").isFalse();
        }
        List<Long> servers =
                Files.readAllLines(running).stream().map(Long::valueOf).toList();
        assertThat(servers).allSatisfy(pid -> assertThat(ProcessHandle.of(pid)).isPresent());
        process.destroyForcibly().waitFor();
        Running.untilEnded(servers);
    }

    @Test
    void serversAreHeldAgainstEachOther() throws IOException, InterruptedException {
        FixtureHome home = home(Map.of("std", "pass", "differs", "return 200, b'good bye'"));
        Ended ended = new AssayCall(folder, home.root()).run("verify", "--runtimes=python", "--variants=all");
        assertThat(ended.code()).as(ended.err()).isEqualTo(3);
        assertThat(ended.out() + ended.err()).contains("good bye", "hello /a");
    }
}
