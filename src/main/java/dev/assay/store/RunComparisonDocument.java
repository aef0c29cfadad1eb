package dev.assay.store;

import dev.assay.json.ModelJson;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.RunComparison;
import dev.assay.model.result.RunComparison.Alone;
import dev.assay.model.result.RunComparison.Change;
import dev.assay.model.run.RunHeader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code compare.json}: what has changed from one run to another, in the shape that {@code compare-1.schema.json} fixes. */
public final class RunComparisonDocument {
    static final String SCHEMA = "assay.compare/1";

    private RunComparisonDocument() {}

    /** The file. */
    public static byte[] bytes(RunComparison runs) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("schema", SCHEMA);
        document.put("baseline", run(runs.baseline()));
        document.put("contender", run(runs.contender()));
        document.put("reference", runs.reference());
        document.put("notices", runs.notices());
        document.put(
                "changes",
                runs.changes().stream().map(RunComparisonDocument::change).toList());
        document.put(
                "alone", runs.alone().stream().map(RunComparisonDocument::alone).toList());
        String text = ModelJson.LINES.writerWithDefaultPrettyPrinter().writeValueAsString(document);
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, @Nullable Object> run(RunHeader header) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", header.id());
        fields.put("startedAt", header.startedAt());
        fields.put("assayVersion", header.assayVersion());
        fields.put("profile", header.profile());
        fields.put("catalogSha256", header.hashes().catalogSha256());
        fields.put("environment", header.environment());
        fields.put("toolchains", header.toolchains());
        return fields;
    }

    private static Map<String, @Nullable Object> change(Change change) {
        Comparison comparison = change.comparison();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("trial", comparison.baseline());
        fields.put("metric", comparison.metric());
        fields.put("baseline", RunDocument.estimate("value", change.before()));
        fields.put("contender", RunDocument.estimate("value", change.after()));
        fields.putAll(RunDocument.estimate("ratio", comparison.estimate()));
        fields.put("margin", comparison.margin());
        fields.put("adjustedP", comparison.beside().screened());
        fields.put("verdict", comparison.verdict());
        fields.put("reasons", comparison.reasons());
        fields.put("differences", change.differences());
        fields.put("sameProgram", change.same());
        return fields;
    }

    private static Map<String, @Nullable Object> alone(Alone alone) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("trial", alone.trial());
        fields.put("run", alone.inBaseline() ? "baseline" : "contender");
        fields.put("reason", alone.reason());
        return fields;
    }
}
