package dev.assay.store;

import dev.assay.model.run.Counter;
import dev.assay.model.run.CpuTime;
import dev.assay.model.run.Exit;
import dev.assay.model.run.MemoryUsage;
import dev.assay.model.run.PeakQuality;
import dev.assay.model.run.ProcessMeasurements;
import dev.assay.model.run.RandomizedConditions;
import dev.assay.model.run.ReportedTimes;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SampleOrder;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.StepTimes;
import dev.assay.model.run.TrialId;
import dev.assay.schema.FormerWords;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the line of a sample in one pass, in the form in which Assay writes it. Nearly all lines of a journal are such. Any other line is not
 * read here, whether it is wrong or only unusual: it takes the long way, past the schema, which also says what is wrong.
 */
final class SampleLine {
    private static final byte[] START = "{\"kind\":\"sample\",".getBytes(StandardCharsets.US_ASCII);
    /** Room for the fields of a part of a sample. */
    private static final int FEW = 8;

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Exit SUCCESS = new Exit(Exit.Reason.EXITED, 0, null, null, null);
    private static final Map<String, SamplingMode> MODES = byWord(SamplingMode.values());
    private static final Map<String, PeakQuality> QUALITIES = byWord(PeakQuality.values());

    /** The trials of the header, by their ids in text. */
    private final Map<String, TrialId> trials;

    /** Something that is not as Assay writes it. */
    private static final class UnusualException extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnusualException() {
            // nobody sees it
            super(null, null, false, false);
        }
    }

    SampleLine(Map<String, TrialId> trials) {
        this.trials = trials;
    }

    private static <T> Map<String, T> byWord(T[] words) {
        return Stream.of(words).collect(Collectors.toUnmodifiableMap(Object::toString, Function.identity()));
    }

    /** The sample of a line; null if it is of another kind or form. */
    @Nullable
    Sample read(byte[] line, int length) {
        if (length < START.length || !Arrays.equals(line, 0, START.length, START, 0, START.length)) {
            return null;
        }
        try (JsonParser json = MAPPER.createParser(line, 0, length)) {
            json.nextToken();
            Fields fields = fields(json);
            return json.nextToken() == null ? fields.sample() : null;
        } catch (JacksonException | UnusualException e) {
            return null;
        }
    }

    private Fields fields(JsonParser json) {
        Fields fields = new Fields();
        for (String written = json.nextName(); written != null; written = json.nextName()) {
            SampleField field = known(SampleField.find(written));
            json.nextToken();
            fields.put(field, value(field, json));
        }
        require(json.currentToken() == JsonToken.END_OBJECT);
        return fields;
    }

    private interface FieldReader {
        @Nullable
        Object value(String name, JsonParser json);
    }

    /** The fields of an object that has begun, by their names of today. */
    private static Map<String, @Nullable Object> object(JsonParser json, int room, FieldReader reader) {
        Map<String, @Nullable Object> fields = new HashMap<>(room);
        for (String written = json.nextName(); written != null; written = json.nextName()) {
            String name = FormerWords.field(written);
            json.nextToken();
            int before = fields.size();
            fields.put(name, reader.value(name, json));
            // of two of one name nobody knows which was measured
            require(fields.size() > before);
        }
        require(json.currentToken() == JsonToken.END_OBJECT);
        return fields;
    }

    private @Nullable Object value(SampleField field, JsonParser json) {
        return switch (field) {
            case KIND -> json.getString();
            case TRIAL -> known(trials.get(text(json)));
            case MODE -> known(MODES.get(text(json)));
            case BLOCK, POSITION, ENVIRONMENT_PADDING -> integer(json);
            case HASH_SEED -> whole(json);
            case WARMUP -> truth(json);
            case WALL_NS,
                    WORK_NS,
                    USER_NS,
                    SYSTEM_NS,
                    TASK_CLOCK_NS,
                    PEAK_BYTES,
                    PEAK_QUANTUM_BYTES,
                    TREE_PEAK_LOW_BYTES,
                    TREE_PEAK_HIGH_BYTES,
                    MINOR_FAULTS,
                    MAJOR_FAULTS,
                    VOLUNTARY_SWITCHES,
                    INVOLUNTARY_SWITCHES,
                    LOST_NS -> isNull(json) ? null : (Long) whole(json);
            case PROCESSES, SURVIVORS, BUILD -> isNull(json) ? null : (Integer) integer(json);
            case CPU_COMPLETE, OUTPUT_OK -> isNull(json) ? null : (Boolean) truth(json);
            case PROBLEM -> isNull(json) ? null : text(json);
            case PEAK_QUALITY -> isNull(json) ? null : known(QUALITIES.get(text(json)));
            case OWN_CPU_SHARE -> isNull(json) ? null : (Double) share(json);
            case WORK_SERIES_NS -> series(json);
            case STEPS -> isNull(json) ? null : steps(json);
            case SERVICE -> onlyNull(json);
            case COUNTERS -> counters(json);
            case EXIT -> isNull(json) ? null : exit(json);
        };
    }

    /** Few samples are of servers, and the schema reads them. */
    private static @Nullable Object onlyNull(JsonParser json) {
        require(isNull(json));
        return null;
    }

    private static List<Long> series(JsonParser json) {
        require(json.currentToken() == JsonToken.START_ARRAY);
        if (json.nextToken() == JsonToken.END_ARRAY) {
            return List.of();
        }
        List<Long> series = new ArrayList<>();
        do {
            series.add(whole(json));
        } while (json.nextToken() != JsonToken.END_ARRAY);
        return series;
    }

    private static StepTimes steps(JsonParser json) {
        Map<String, Long> steps = wholes(json, List.of("medianNs", "tailNs"));
        long median = known(steps.get("medianNs"));
        long tail = known(steps.get("tailNs"));
        require(median >= 1 && tail >= median);
        return new StepTimes(median, tail);
    }

    private static Map<String, Counter> counters(JsonParser json) {
        Map<String, Counter> counters = new HashMap<>();
        require(json.currentToken() == JsonToken.START_OBJECT);
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            // a name of these may be a former word
            require(FormerWords.field(name).equals(name));
            json.nextToken();
            Map<String, Long> counter = wholes(json, List.of("count", "enabledNs", "runningNs"));
            Counter read = new Counter(
                    known(counter.get("count")), known(counter.get("enabledNs")), known(counter.get("runningNs")));
            require(counters.put(name, read) == null);
        }
        require(json.currentToken() == JsonToken.END_OBJECT);
        return counters;
    }

    /** An object of exactly those numbers. */
    private static Map<String, Long> wholes(JsonParser json, List<String> names) {
        require(json.currentToken() == JsonToken.START_OBJECT);
        Map<String, Long> wholes = new HashMap<>();
        object(json, FEW, (name, field) -> {
            require(names.contains(name));
            return wholes.put(name, whole(field));
        });
        require(wholes.size() == names.size());
        return wholes;
    }

    /** Nearly all processes end well; the few others are no reason to say here what the schema says. */
    private static Exit exit(JsonParser json) {
        require(json.currentToken() == JsonToken.START_OBJECT);
        Map<String, @Nullable Object> fields = object(json, FEW, (name, field) -> switch (name) {
            case "reason" -> text(field);
            case "code" -> integer(field);
            case "signal", "limit", "message" -> {
                require(isNull(field));
                yield null;
            }
            default -> throw new UnusualException();
        });
        require("exited".equals(fields.get("reason")) && Integer.valueOf(0).equals(fields.get("code")));
        return SUCCESS;
    }

    private static boolean isNull(JsonParser json) {
        return json.currentToken() == JsonToken.VALUE_NULL;
    }

    private static String text(JsonParser json) {
        require(json.currentToken() == JsonToken.VALUE_STRING);
        return json.getString();
    }

    private static boolean truth(JsonParser json) {
        require(json.currentToken() == JsonToken.VALUE_TRUE || json.currentToken() == JsonToken.VALUE_FALSE);
        return json.getBooleanValue();
    }

    private static long whole(JsonParser json) {
        require(json.currentToken() == JsonToken.VALUE_NUMBER_INT);
        // refused where it is larger
        long value = json.getLongValue();
        require(value >= 0);
        return value;
    }

    private static int integer(JsonParser json) {
        long value = whole(json);
        require(value <= Integer.MAX_VALUE);
        return (int) value;
    }

    private static double share(JsonParser json) {
        require(json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT
                || json.currentToken() == JsonToken.VALUE_NUMBER_INT);
        double share = json.getDoubleValue();
        require(share >= 0 && Double.isFinite(share));
        return share;
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

    /** What a line says, with what holds where it says nothing. */
    private static final class Fields {
        private final Map<SampleField, @Nullable Object> values = new EnumMap<>(SampleField.class);

        void put(SampleField field, @Nullable Object value) {
            int before = values.size();
            values.put(field, value);
            // of two of one name nobody knows which was measured
            require(values.size() > before);
        }

        Sample sample() {
            Integer processes = (Integer) values.get(SampleField.PROCESSES);
            require(processes == null || processes >= 1);
            return new Sample(
                    (TrialId) known(values.get(SampleField.TRIAL)),
                    (SamplingMode) or(SampleField.MODE, SamplingMode.TIMING),
                    new SampleOrder(
                            (Integer) known(values.get(SampleField.BLOCK)),
                            (Integer) known(values.get(SampleField.POSITION)),
                            (Boolean) or(SampleField.WARMUP, false)),
                    new ProcessMeasurements(
                            figure(SampleField.WALL_NS),
                            new CpuTime(
                                    figure(SampleField.USER_NS),
                                    figure(SampleField.SYSTEM_NS),
                                    figure(SampleField.TASK_CLOCK_NS),
                                    (Boolean) values.get(SampleField.CPU_COMPLETE)),
                            new MemoryUsage(
                                    figure(SampleField.PEAK_BYTES),
                                    (PeakQuality) values.get(SampleField.PEAK_QUALITY),
                                    figure(SampleField.PEAK_QUANTUM_BYTES),
                                    figure(SampleField.TREE_PEAK_LOW_BYTES),
                                    figure(SampleField.TREE_PEAK_HIGH_BYTES)),
                            processes,
                            figure(SampleField.MINOR_FAULTS),
                            figure(SampleField.MAJOR_FAULTS),
                            figure(SampleField.VOLUNTARY_SWITCHES),
                            figure(SampleField.INVOLUNTARY_SWITCHES),
                            (Integer) values.get(SampleField.SURVIVORS),
                            counters()),
                    new ReportedTimes(figure(SampleField.WORK_NS), series(), (StepTimes) values.get(SampleField.STEPS)),
                    values.containsKey(SampleField.EXIT) ? (Exit) values.get(SampleField.EXIT) : SUCCESS,
                    (Boolean) values.get(SampleField.OUTPUT_OK),
                    (String) values.get(SampleField.PROBLEM),
                    new RandomizedConditions(
                            (Integer) or(SampleField.ENVIRONMENT_PADDING, 0),
                            (Long) or(SampleField.HASH_SEED, 0L),
                            (Integer) values.get(SampleField.BUILD)),
                    (Double) values.get(SampleField.OWN_CPU_SHARE),
                    figure(SampleField.LOST_NS));
        }

        private Object or(SampleField field, Object otherwise) {
            return Objects.requireNonNullElse(values.get(field), otherwise);
        }

        private @Nullable Long figure(SampleField field) {
            return (Long) values.get(field);
        }

        @SuppressWarnings("unchecked")
        private List<Long> series() {
            return (List<Long>) or(SampleField.WORK_SERIES_NS, List.of());
        }

        @SuppressWarnings("unchecked")
        private Map<String, Counter> counters() {
            return (Map<String, Counter>) or(SampleField.COUNTERS, Map.of());
        }
    }
}
