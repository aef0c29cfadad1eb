package dev.assay.store;

import dev.assay.json.ModelJson;
import dev.assay.model.AssayException.Storage;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.result.RunDigest;
import dev.assay.model.result.RunDigest.Content;
import dev.assay.model.result.RunDigest.Mean;
import dev.assay.schema.FormerWords;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The runs of a folder in short, from their results. The samples, which are most of a result, are passed over. */
public final class RunIndex {
    private static final Comparator<RunDigest> NEWEST_FIRST = Comparator.comparing(
                    RunIndex::start, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .thenComparing(RunDigest::folder)
            .reversed();

    private RunIndex() {}

    /**
     * The runs, newest first, then those of which nothing can be said.
     *
     * @throws Storage if the folder cannot be read
     */
    public static List<RunDigest> list(Path results) {
        List<RunDigest> runs = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(results, RunIndex::isRun)) {
            for (Path folder : folders) {
                boolean reported = Files.isRegularFile(folder.resolve("report.html"));
                runs.add(new RunDigest(
                        folder.getFileName().toString(), reported, read(folder.resolve(RunFolder.RESULT))));
            }
        } catch (IOException e) {
            throw new Storage("Cannot read " + results, e, "Fix its permissions.");
        }
        runs.sort(NEWEST_FIRST);
        return List.copyOf(runs);
    }

    /** Not {@code latest}, which is a link to one of the others. */
    private static boolean isRun(Path folder) {
        return !Files.isSymbolicLink(folder)
                && (Files.exists(folder.resolve(RunFolder.JOURNAL)) || Files.exists(folder.resolve(RunFolder.RESULT)));
    }

    private static @Nullable Instant start(RunDigest run) {
        Content content = run.content();
        return content == null ? null : content.startedAt();
    }

    /** Null where there is none, or none that can be understood: the others are shown all the same. */
    private static @Nullable Content read(Path file) {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try (JsonParser json = ModelJson.LINES.createParser(file)) {
            ObjectNode fields = fields(json);
            FormerWords.renew(fields);
            return content(fields);
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            return null;
        }
    }

    /** What is wanted of a result; of the trials only how many failed. */
    private static ObjectNode fields(JsonParser json) {
        ObjectNode found = ModelJson.LINES.createObjectNode().put("failed", 0);
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("a result must be an object");
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "schema", "startedAt", "finishedAt", "partial", "profile", "environment", "claims", "summaries" ->
                    found.set(name, json.<JsonNode>readValueAsTree());
                case "trials" -> found.put("failed", failed(json));
                default -> json.skipChildren();
            }
        }
        return found;
    }

    private static int failed(JsonParser json) {
        int failed = 0;
        while (json.nextToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (name.equals("status") && json.getString().equals("failed")) {
                    failed++;
                }
                json.skipChildren();
            }
        }
        return failed;
    }

    private static Content content(ObjectNode fields) {
        if (!fields.path("schema").asString("").equals(RunDocument.SCHEMA)) {
            throw new IllegalArgumentException("it was written by another version");
        }
        String end = fields.path("finishedAt").asString("");
        return new Content(
                Instant.parse(fields.path("startedAt").asString("")),
                end.isEmpty() ? null : Instant.parse(end),
                fields.path("partial").asBoolean(true),
                fields.path("profile").asString(""),
                fields.path("environment").path("before").path("cpuModel").asString(""),
                fields.path("failed").asInt(0),
                claims(fields.path("claims")),
                means(fields.path("summaries")));
    }

    private static Map<ClaimVerdict, Integer> claims(JsonNode claims) {
        Map<ClaimVerdict, Integer> counts = new EnumMap<>(ClaimVerdict.class);
        for (JsonNode claim : claims) {
            String word = claim.path("verdict").asString("");
            counts.merge(ClaimVerdict.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')), 1, Integer::sum);
        }
        return counts;
    }

    private static List<Mean> means(JsonNode summaries) {
        List<Mean> means = new ArrayList<>();
        for (JsonNode summary : summaries) {
            means.add(new Mean(
                    summary.path("suite").asString(""),
                    summary.path("metric").asString(""),
                    summary.path("baseline").asString(""),
                    summary.path("contender").asString(""),
                    summary.path("ratio").asDouble(0)));
        }
        return means;
    }
}
