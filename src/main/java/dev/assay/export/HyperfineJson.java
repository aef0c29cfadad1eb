package dev.assay.export;

import dev.assay.model.result.RunResult;
import dev.assay.model.run.Exit;
import dev.assay.model.run.Sample;
import dev.assay.model.run.TrialId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What hyperfine writes, from 1.15 to 1.20 at least, with {@code --export-json}: seconds, a result for each trial under the name that {@code --command-name} would
 * have given it.
 */
final class HyperfineJson {
    private HyperfineJson() {}

    static Optional<byte[]> render(RunResult run) {
        return Optional.of(AsciiJson.bytes(Map.of(
                "results", WallTimes.of(run).stream().map(HyperfineJson::result).toList())));
    }

    private static Map<String, @Nullable Object> result(WallTimes timed) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("command", timed.name());
        fields.put("mean", timed.mean());
        fields.put("stddev", timed.standardDeviation());
        fields.put("median", timed.median());
        // the format has no word for "not known", and its readers refuse null
        fields.put("user", timed.user().orElse(0));
        fields.put("system", timed.system().orElse(0));
        fields.put("min", timed.min());
        fields.put("max", timed.max());
        fields.put("times", timed.seconds());
        fields.put("exit_codes", exitCodes(timed.samples()));
        fields.put("parameters", parameters(timed.id()));
        return fields;
    }

    private static List<@Nullable Integer> exitCodes(List<Sample> samples) {
        return samples.stream()
                .map(Sample::exit)
                .<@Nullable Integer>map(exit -> exit == null ? null : code(exit))
                .toList();
    }

    private static @Nullable Integer code(Exit exit) {
        return exit.code();
    }

    /** What tells trials apart, as texts and by name. */
    static Map<String, String> parameters(TrialId id) {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("workload", BenchmarkNames.line(id.workload()));
        parameters.put("runtime", id.runtime().toString());
        parameters.put("variant", BenchmarkNames.line(id.variant()));
        parameters.put("size", Long.toString(id.size()));
        parameters.put("threads", Integer.toString(id.threads()));
        return parameters;
    }
}
