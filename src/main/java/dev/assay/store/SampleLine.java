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
    /** Room for all fields of a sample, and for those of a part of it. */
    private static final int FIELDS = 64;

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
            Fields fields = new Fields(object(json, FIELDS, this::value));
            return json.nextToken() == null ? fields.sample() : null;
        } catch (JacksonException | UnusualException e) {
            return null;
        }
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

    private @Nullable Object value(String name, JsonParser json) {
        return switch (name) {
            case "kind" -> json.getString();
            case "trial" -> known(trials.get(text(json)));
            case "mode" -> known(MODES.get(text(json)));
            case "block", "position", "environmentPadding" -> integer(json);
            case "hashSeed" -> whole(json);
            case "warmup" -> truth(json);
            case "wallNs",
                    "workNs",
                    "userNs",
                    "systemNs",
                    "taskClockNs",
                    "peakBytes",
                    "peakQuantumBytes",
                    "treePeakLowBytes",
                    "treePeakHighBytes",
                    "minorFaults",
                    "majorFaults",
                    "voluntarySwitches",
                    "involuntarySwitches",
                    "lostNs" -> isNull(json) ? null : (Long) whole(json);
            case "processes", "survivors", "build" -> isNull(json) ? null : (Integer) integer(json);
            case "cpuComplete", "outputOk" -> isNull(json) ? null : (Boolean) truth(json);
            case "problem" -> isNull(json) ? null : text(json);
            case "peakQuality" -> isNull(json) ? null : known(QUALITIES.get(text(json)));
            case "ownCpuShare" -> isNull(json) ? null : (Double) share(json);
            case "workSeriesNs" -> series(json);
            case "steps" -> isNull(json) ? null : steps(json);
            case "counters" -> counters(json);
            case "exit" -> isNull(json) ? null : exit(json);
            default -> throw new UnusualException();
        };
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
    private record Fields(Map<String, @Nullable Object> values) {
        Sample sample() {
            Integer processes = (Integer) values.get("processes");
            require(processes == null || processes >= 1);
            return new Sample(
                    (TrialId) known(values.get("trial")),
                    (SamplingMode) or("mode", SamplingMode.TIMING),
                    new SampleOrder(
                            (Integer) known(values.get("block")), (Integer) known(values.get("position")), (Boolean)
                                    or("warmup", false)),
                    new ProcessMeasurements(
                            figure("wallNs"),
                            new CpuTime(figure("userNs"), figure("systemNs"), figure("taskClockNs"), (Boolean)
                                    values.get("cpuComplete")),
                            new MemoryUsage(
                                    figure("peakBytes"),
                                    (PeakQuality) values.get("peakQuality"),
                                    figure("peakQuantumBytes"),
                                    figure("treePeakLowBytes"),
                                    figure("treePeakHighBytes")),
                            processes,
                            figure("minorFaults"),
                            figure("majorFaults"),
                            figure("voluntarySwitches"),
                            figure("involuntarySwitches"),
                            (Integer) values.get("survivors"),
                            counters()),
                    new ReportedTimes(figure("workNs"), series(), (StepTimes) values.get("steps")),
                    values.containsKey("exit") ? (Exit) values.get("exit") : SUCCESS,
                    (Boolean) values.get("outputOk"),
                    (String) values.get("problem"),
                    new RandomizedConditions((Integer) or("environmentPadding", 0), (Long) or("hashSeed", 0L), (Integer)
                            values.get("build")),
                    (Double) values.get("ownCpuShare"),
                    figure("lostNs"));
        }

        private Object or(String name, Object otherwise) {
            return Objects.requireNonNullElse(values.get(name), otherwise);
        }

        private @Nullable Long figure(String name) {
            return (Long) values.get(name);
        }

        @SuppressWarnings("unchecked")
        private List<Long> series() {
            return (List<Long>) or("workSeriesNs", List.of());
        }

        @SuppressWarnings("unchecked")
        private Map<String, Counter> counters() {
            return (Map<String, Counter>) or("counters", Map.of());
        }
    }
}
