package dev.assay.store;

import dev.assay.json.ModelJson;
import dev.assay.model.Metric;
import dev.assay.model.history.HistoryEntry;
import dev.assay.model.history.HistoryPoint;
import dev.assay.model.run.TrialId;
import dev.assay.schema.FormerWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the line of a night in one pass, in the form in which Assay writes it. Nearly all lines of a history are such. Any other line is not read
 * here, whether it is wrong or only unusual: it takes the long way, which also says what is wrong. Several threads may read lines.
 */
final class HistoryLine {
    private static final String FIGURES = "figures";
    private static final String METRIC = "metric";
    private static final String VERSIONS = "versions";
    /** Reads a value from the middle of a line. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Map<String, Metric> METRICS =
            Stream.of(Metric.values()).collect(Collectors.toUnmodifiableMap(Object::toString, Function.identity()));

    /** The same trials and programs come night after night. */
    private final Map<String, TrialId> trials = new ConcurrentHashMap<>();

    private final Map<String, String> programs = new ConcurrentHashMap<>();

    /** Something that is not as Assay writes it. */
    private static final class UnusualException extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnusualException() {
            // nobody sees it
            super(null, null, false, false);
        }
    }

    /** The night of a line; null if it has another form. */
    @Nullable
    HistoryEntry read(byte[] bytes, int from, int length) {
        try (JsonParser json = MAPPER.createParser(bytes, from, length)) {
            require(json.nextToken() == JsonToken.START_OBJECT);
            ObjectNode rest = MAPPER.createObjectNode();
            List<HistoryPoint> figures = List.of();
            for (String name = next(json, rest); name != null; name = next(json, rest)) {
                switch (name) {
                    case FIGURES -> {
                        figures = figures(json);
                        rest.putArray(name);
                    }
                    case VERSIONS -> rest.set(name, versions(json));
                    default -> {
                        require(json.currentToken().isScalarValue());
                        rest.set(name, MAPPER.readTree(json));
                    }
                }
            }
            require(json.nextToken() == null && HistoryFile.isOfToday(rest) && HistoryFile.missing(rest) == null);
            return ModelJson.LINES.treeToValue(rest, HistoryEntry.class).with(figures);
        } catch (JacksonException | UnusualException | IllegalArgumentException e) {
            return null;
        }
    }

    /** The name of the next field, whose value begins then; null at the end of the object. */
    private static @Nullable String next(JsonParser json, ObjectNode before) {
        String name = json.nextName();
        if (name == null) {
            require(json.currentToken() == JsonToken.END_OBJECT);
            return null;
        }
        // of two of one name nobody knows which is meant
        require(!before.has(name)
                && !name.equals(METRIC)
                && FormerWords.field(name).equals(name));
        json.nextToken();
        return name;
    }

    private static ObjectNode versions(JsonParser json) {
        require(json.currentToken() == JsonToken.START_OBJECT);
        ObjectNode versions = MAPPER.createObjectNode();
        for (String name = next(json, versions); name != null; name = next(json, versions)) {
            versions.put(name, text(json));
        }
        return versions;
    }

    private List<HistoryPoint> figures(JsonParser json) {
        require(json.currentToken() == JsonToken.START_ARRAY);
        List<HistoryPoint> figures = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            require(json.currentToken() == JsonToken.START_OBJECT);
            figures.add(figure(json));
        }
        return figures;
    }

    private HistoryPoint figure(JsonParser json) {
        TrialId trial = null;
        Metric metric = null;
        Double log = null;
        Double low = null;
        Double high = null;
        Integer blocks = null;
        String program = null;
        int given = 0;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            int fields = given;
            switch (name) {
                case "trial" -> {
                    trial = trials.computeIfAbsent(text(json), TrialId::parse);
                    given |= 1;
                }
                case METRIC -> {
                    metric = METRICS.get(text(json));
                    given |= 1 << 1;
                }
                case "log" -> {
                    log = number(json);
                    given |= 1 << 2;
                }
                case "low" -> {
                    low = isNull(json) ? null : number(json);
                    given |= 1 << 3;
                }
                case "high" -> {
                    high = isNull(json) ? null : number(json);
                    given |= 1 << 4;
                }
                case "blocks" -> {
                    require(json.currentToken() == JsonToken.VALUE_NUMBER_INT);
                    blocks = json.getIntValue();
                    given |= 1 << 5;
                }
                case "program" -> {
                    program = isNull(json) ? null : programs.computeIfAbsent(text(json), Function.identity());
                    given |= 1 << 6;
                }
                default -> throw new UnusualException();
            }
            require(given != fields);
        }
        require(json.currentToken() == JsonToken.END_OBJECT);
        return new HistoryPoint(known(trial), known(metric), known(log), low, high, known(blocks), program);
    }

    private static boolean isNull(JsonParser json) {
        return json.currentToken() == JsonToken.VALUE_NULL;
    }

    private static String text(JsonParser json) {
        require(json.currentToken() == JsonToken.VALUE_STRING);
        return json.getString();
    }

    private static Double number(JsonParser json) {
        require(json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT
                || json.currentToken() == JsonToken.VALUE_NUMBER_INT);
        return json.getDoubleValue();
    }

    private static <T> T known(@Nullable T value) {
        if (value == null) {
            throw new UnusualException();
        }
        return value;
    }

    private static void require(boolean usual) {
        if (!usual) {
            throw new UnusualException();
        }
    }
}
