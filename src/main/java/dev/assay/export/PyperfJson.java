package dev.assay.export;

import dev.assay.model.Shell;
import dev.assay.model.result.RunResult;
import dev.assay.model.run.Command;
import dev.assay.model.run.Environment;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A benchmark suite of pyperf's, version 1.0 of its format: each trial a benchmark, each process a run with exactly one value in seconds. A suite
 * without a benchmark does not exist for pyperf. Metadata are texts of one line that are not empty, or numbers.
 */
final class PyperfJson {
    private PyperfJson() {}

    static Optional<byte[]> render(RunResult run) {
        List<WallTimes> all = WallTimes.of(run);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", "1.0");
        document.put("metadata", metadata(run));
        document.put("benchmarks", all.stream().map(PyperfJson::benchmark).toList());
        return Optional.of(AsciiJson.bytes(document));
    }

    private static Map<String, Object> metadata(RunResult run) {
        Environment machine = run.header().environment();
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("unit", "second");
        metadata.put("loops", 1);
        metadata.put("cpu_count", machine.cores());
        text(metadata, "cpu_model_name", machine.cpuModel());
        text(metadata, "platform", machine.os() + " " + machine.arch());
        text(metadata, "assay_version", run.header().assayVersion());
        text(metadata, "assay_run", run.header().id());
        return metadata;
    }

    private static Map<String, Object> benchmark(WallTimes timed) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("name", timed.name());
        Command command = timed.result().trial().command();
        if (command != null) {
            text(metadata, "command", Shell.line(command.argv()));
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("metadata", metadata);
        fields.put(
                "runs",
                Arrays.stream(timed.seconds())
                        .mapToObj(value -> Map.of("values", List.of(value)))
                        .toList());
        return fields;
    }

    private static void text(Map<String, Object> metadata, String name, String value) {
        String line = BenchmarkNames.line(value);
        if (!line.isEmpty()) {
            metadata.put(name, line);
        }
    }
}
