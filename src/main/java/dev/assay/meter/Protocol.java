package dev.assay.meter;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.assay.model.AssayException.MeterFailure;
import dev.assay.model.NativeText;
import dev.assay.model.run.CpuTime;
import dev.assay.model.run.Exit;
import dev.assay.model.run.MemoryUsage;
import dev.assay.model.run.ProcessMeasurements;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lines that go to the meter and come back; {@code src/main/rust/README.md} is their description. */
final class Protocol {
    static final String GREETING = "assay.meter/4";
    static final String BUILD_ANEW = "Delete target/meter and run again to rebuild it.";

    /** Unknown fields are welcome: a record may say more than is read here. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addMixIn(ProcessMeasurements.class, FlatMeasurements.class)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Protocol() {}

    /** In a record these stand beside the other figures, not below them. */
    interface FlatMeasurements {
        @JsonUnwrapped
        CpuTime cpu();

        @JsonUnwrapped
        MemoryUsage memory();
    }

    /** Writes and reads what nobody sends, so that the classes for it are loaded. */
    static void preload() {
        MAPPER.writeValueAsString(Map.of("argv", List.of("")));
        try {
            readRecord(
                    0,
                    "{\"id\":0,\"exit\":{\"reason\":\"exited\",\"code\":0},\"overheadNs\":0,\"meterCpuNs\":0,\"counters\":{}}");
        } catch (Meter.Lost e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A request.
     *
     * @param more whether the next one belongs to the same row
     */
    static String request(long id, MeterRequest request, boolean more) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("id", id);
        line.put("mode", request.mode().toString());
        line.put("argv", request.argv());
        line.put("env", request.environment());
        line.put("cwd", NativeText.of(request.directory().toString()));
        Path stdin = request.stdin();
        line.put("stdin", stdin == null ? null : NativeText.of(stdin.toString()));
        line.put("stdout", NativeText.of(request.stdout().toString()));
        line.put("stderr", NativeText.of(request.stderr().toString()));
        Limits limits = request.limits();
        line.put("outputLimitBytes", limits.outputBytes());
        line.put("timeoutMs", limits.timeout().toMillis());
        line.put("graceMs", limits.grace().toMillis());
        Duration cpu = limits.cpu();
        line.put("cpuLimitMs", cpu == null ? null : cpu.toMillis());
        line.put("memoryLimitBytes", limits.memoryBytes());
        line.put("processLimit", limits.processes());
        line.put("counters", request.counters());
        line.put("cpus", request.cpus());
        line.put("inherit", request.inherit());
        line.put("more", more);
        return MAPPER.writeValueAsString(line);
    }

    /**
     * Reads the meter's first line: whether it speaks this protocol, and what it can do. An ability is null when it is there, else the reason
     * why not; of what a meter does not mention nothing is known.
     */
    static Capabilities greeting(String line) {
        try {
            JsonNode greeting = MAPPER.readTree(line);
            String protocol = greeting.path("meter").asString("");
            if (!protocol.equals(GREETING)) {
                throw new MeterFailure("The meter speaks '" + protocol + "', not '" + GREETING + "'. " + BUILD_ANEW);
            }
            Map<String, String> states = new LinkedHashMap<>();
            greeting.path("abilities").properties().forEach(ability -> {
                JsonNode reason = ability.getValue();
                states.put(
                        ability.getKey(),
                        reason.isNull() ? Capabilities.YES : reason.isString() ? reason.asString() : reason.toString());
            });
            return new Capabilities(states);
        } catch (JacksonException e) {
            throw new MeterFailure("Unexpected first line from the meter: '" + line + "'. " + BUILD_ANEW);
        }
    }

    /**
     * Reads a record.
     *
     * @return null if the process was not run because one before it in the same row did not end well
     * @throws Meter.Lost if it is cut off or, like a refusal too, another request's: the sample is invalid, never zero
     * @throws MeterFailure if the meter refused the request
     */
    static @Nullable MeterRecord readRecord(long id, String line) throws Meter.Lost {
        JsonNode node;
        try {
            node = MAPPER.readTree(line);
        } catch (JacksonException e) {
            throw new Meter.Lost("the meter's record is incomplete: " + line);
        }
        // a program can write a line into the meter's input, whose refusal is then no answer to this request
        if (node.path("id").asLong(-1) != id) {
            throw new Meter.Lost("the meter answered a different request, not " + id + ": " + line);
        }
        if (node.path("skipped").asBoolean(false)) {
            return null;
        }
        if (node.hasNonNull("error")) {
            throw new MeterFailure("The meter refused a request ("
                    + node.path("error").asString() + "). Earlier results are kept. " + BUILD_ANEW);
        }
        try {
            return new MeterRecord(
                    MAPPER.treeToValue(node, ProcessMeasurements.class),
                    MAPPER.treeToValue(node.required("exit"), Exit.class),
                    node.required("overheadNs").longValue(),
                    node.required("meterCpuNs").isNull()
                            ? null
                            : (Long) node.required("meterCpuNs").longValue());
        } catch (JacksonException e) {
            throw new MeterFailure("The meter's record cannot be read (" + e.getOriginalMessage() + "): " + line
                    + ". Earlier results are kept. " + BUILD_ANEW);
        }
    }
}
