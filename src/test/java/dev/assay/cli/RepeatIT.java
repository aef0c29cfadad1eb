package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.cli.AssayProcess.Ended;
import dev.assay.fixture.JournalContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole runs of programs that do their work again and again in one process. */
class RepeatIT {
    private static final String PROGRAM = """
            import sys, time
            turns = []
            def main():
                turns.append(1)
                start = time.perf_counter_ns()
                total = sum(range(1000))
                took = time.perf_counter_ns() - start
                %s
                print(42, file=sys.stdout)
                print("work_ns=%%d" %% took, file=sys.stderr)
            if __name__ == "__main__":
                sys.exit(main())
            """;

    @TempDir
    private Path folder;

    private FixtureHome home(String runtime, Map<String, String> variants) throws IOException {
        FixtureHome home = new FixtureHome(folder.resolve("home"));
        Path workload = Files.createDirectories(home.root().resolve("workloads/again/sum"));
        List<String> programs = new ArrayList<>();
        Files.writeString(workload.resolve("sum.py"), PROGRAM.formatted("pass"));
        programs.add("{\"runtime\": \"%s\", \"variant\": \"std\", \"source\": \"sum.py\"}".formatted(runtime));
        for (Map.Entry<String, String> variant : variants.entrySet()) {
            String source = "sum." + variant.getKey() + ".py";
            Files.writeString(workload.resolve(source), variant.getValue());
            programs.add("{\"runtime\": \"%s\", \"variant\": \"%s\", \"source\": \"%s\", \"repeat\": 12}"
                    .formatted(runtime, variant.getKey(), source));
        }
        Files.writeString(workload.resolve("workload.json"), """
                {"schema": "assay.workload/1", "id": "again/sum", "title": "T", "task": "t", "algorithm": "a", "trap": "t", "parameter": "n",
                 "sizes": {"smoke": 1, "quick": 1, "full": 1},
                 "expected": {"smoke": "42\\n", "quick": "42\\n", "full": "42\\n"},
                 "workTime": true, "threads": "one",
                 "implementations": [%s]}
                """.formatted(String.join(", ", programs)));
        return home;
    }

    private JsonNode trial(String variant) throws IOException {
        JsonNode run = JsonMapper.shared().readTree(Files.readString(folder.resolve("results/latest/run.json")));
        return run.path("trials")
                .valueStream()
                .filter(trial -> trial.path("variant").asString().equals(variant))
                .findFirst()
                .orElseThrow();
    }

    private void checkRepeated(JsonNode trial) throws IOException {
        assertThat(trial.path("status").asString())
                .as(trial.path("reason").asString(""))
                .isEqualTo("ok");
        assertThat(trial.path("repeat").asInt()).isEqualTo(12);
        JsonNode repetitions = trial.path("repetitions");
        assertThat(repetitions.path("flat").asInt()
                        + repetitions.path("warmedUp").asInt()
                        + repetitions.path("slowedDown").asInt()
                        + repetitions.path("unsteady").asInt())
                .isEqualTo(4);
        for (JsonNode sample : trial.path("samples")) {
            boolean timed = sample.path("mode").asString().equals("timing");
            assertThat(sample.path("workSeriesNs").size()).isEqualTo(timed ? 12 : 0);
            assertThat(sample.path("workNs").isNull()).isEqualTo(!timed);
        }
        assertThat(RunSchema.problems(folder.resolve("results/latest/run.json")))
                .isEmpty();
        assertThat(JournalContract.problems(folder.resolve("results/latest/journal.jsonl")))
                .isEmpty();
        assertThat(Files.readString(folder.resolve("results/latest/report.html")))
                .contains("12 repetitions per process, too few to detect a steady state, of which");
    }

    @Test
    void repetitionsAreTimedAndWhatIsWrongWithThemIsSaid() throws IOException, InterruptedException {
        Map<String, String> variants = new HashMap<>(Map.of(
                "good", PROGRAM.formatted("pass"),
                "differs", PROGRAM.formatted("if len(turns) == 3: print(41)"),
                "raises", PROGRAM.formatted("if len(turns) == 2: raise ValueError('tired')"),
                "silent", PROGRAM.formatted("if len(turns) == 7: print(42); return"),
                "leaves", PROGRAM.formatted("if len(turns) == 2: sys.exit(5)"),
                "bare", "print(42)\n"));
        FixtureHome home = home("python", variants);
        Ended ended = new AssayCall(folder, home.root()).run("--profile=smoke", "--runtimes=python", "--variants=all");

        assertThat(ended.code()).as(ended.err()).isEqualTo(3);
        checkRepeated(trial("good"));
        assertThat(trial("std").path("repetitions").isNull()).isTrue();
        assertThat(trial("differs").path("reason").asString())
                .endsWith(" / repeat: repetition 3 of 12 printed '41\\n42\\n', and the first '42\\n'");
        assertThat(trial("raises").path("reason").asString())
                .startsWith("exited with code 1")
                .endsWith("ValueError: tired");
        assertThat(trial("leaves").path("reason").asString())
                .startsWith("exited with code 5")
                .endsWith("repeat: this was repetition 2 of 12:");
        assertThat(trial("silent").path("reason").asString())
                .isEqualTo("wrote 11 lines work_ns=<nanoseconds> to standard error, but did its work 12 times");
        assertThat(trial("bare").path("reason").asString()).contains("cannot be repeated");
        assertThat(ended.out())
                .contains("Repeated in one process", "again/sum:python:good@1x1: 12 repetitions per process");
    }

    /** Its structure, never its speed. */
    @Test
    void pypyIsRepeatedToo() throws IOException, InterruptedException {
        assumeThat(Path.of("/usr/bin/pypy3")).as("PyPy").exists();
        FixtureHome home = home("pypy", Map.of("steady", PROGRAM.formatted("pass")));
        Ended ended = new AssayCall(folder, home.root())
                .run("--profile=smoke", "--runtimes=pypy", "--variants=all", "--pypy=/usr/bin/pypy3");

        assertThat(ended.code()).as(ended.err()).isZero();
        checkRepeated(trial("steady"));
        JsonNode run = JsonMapper.shared().readTree(Files.readString(folder.resolve("results/latest/run.json")));
        assertThat(run.path("comparisons")
                        .valueStream()
                        .map(each -> each.path("contender").asString() + " "
                                + each.path("metric").asString()))
                .containsExactly("again/sum:pypy:steady@1x1 work");
    }
}
