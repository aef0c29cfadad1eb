package dev.assay.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.Nulls;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.ComparisonSide;
import dev.assay.model.catalog.Condition;
import dev.assay.model.catalog.ExpectedOutput;
import dev.assay.model.catalog.Probe;
import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.model.catalog.Workload;
import dev.assay.model.catalog.WorkloadDescription;
import dev.assay.model.result.Interval;
import dev.assay.model.run.CatalogHashes;
import dev.assay.model.run.CpuTime;
import dev.assay.model.run.Environment;
import dev.assay.model.run.Fingerprint;
import dev.assay.model.run.MemoryUsage;
import dev.assay.model.run.ProcessMeasurements;
import dev.assay.model.run.RandomizedConditions;
import dev.assay.model.run.ReportedTimes;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.RunSubject;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SampleOrder;
import dev.assay.model.run.SamplingPlan;
import dev.assay.model.run.TrialId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How the model's records look in the files that Assay reads and writes. */
public final class ModelJson {
    /** One object a line, ASCII only: a journal is read the same whatever the locale. */
    public static final JsonMapper LINES = JsonMapper.builder()
            .addModule(module())
            .addMixIn(RunHeader.class, FlatHeader.class)
            .addMixIn(Sample.class, FlatSample.class)
            .addMixIn(Workload.class, FlatWorkload.class)
            .addMixIn(ProcessMeasurements.class, FlatMeasurements.class)
            .addMixIn(Environment.class, WithFingerprint.class)
            .addMixIn(Probe.class, FlatProbe.class)
            .addMixIn(Probe.Expectation.class, ExpectedOutcomes.class)
            .addMixIn(Condition.class, ConditionByItsFields.class)
            .addMixIn(Condition.All.class, AllOf.class)
            .addMixIn(Condition.AllMeasured.class, AllMeasuredOf.class)
            .addMixIn(Condition.Any.class, AnyOf.class)
            .addMixIn(Condition.Measure.class, FlatMeasure.class)
            // of two figures of one name nobody knows which was measured
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            // runs of old did not say all that is said today
            .withConfigOverride(
                    Map.class, override -> override.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .withConfigOverride(
                    List.class, override -> override.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ModelJson() {}

    /** What is grouped in a header has its fields beside the header's others, not below them. */
    interface FlatHeader {
        @JsonUnwrapped
        SamplingPlan sampling();

        @JsonUnwrapped
        CatalogHashes hashes();

        @JsonUnwrapped
        RunSubject subject();
    }

    /** The same of a sample. */
    interface FlatSample {
        @JsonUnwrapped
        SampleOrder order();

        @JsonUnwrapped
        ProcessMeasurements figures();

        @JsonUnwrapped
        ReportedTimes reported();

        @JsonUnwrapped
        RandomizedConditions conditions();
    }

    /** The same of a manifest. */
    interface FlatWorkload {
        @JsonUnwrapped
        WorkloadDescription description();
    }

    /** The same of its figures. */
    interface FlatMeasurements {
        @JsonUnwrapped
        CpuTime cpu();

        @JsonUnwrapped
        MemoryUsage memory();
    }

    /** What follows from the machine is written for readers, and never read. */
    interface WithFingerprint {
        @JsonProperty(access = JsonProperty.Access.READ_ONLY)
        Fingerprint fingerprint();
    }

    /** What is done with a probe, and what is expected, stand beside its other fields. */
    interface FlatProbe {
        @JsonUnwrapped
        Probe.Procedure procedure();

        @JsonUnwrapped
        Probe.Expectation expectation();
    }

    interface ExpectedOutcomes {
        @JsonProperty("expected")
        List<ProbeOutcome> outcomes();
    }

    /** Each kind of condition has a field that no other has. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
    interface ConditionByItsFields {}

    interface AllOf {
        @JsonProperty("all")
        List<Condition> parts();
    }

    interface AllMeasuredOf {
        @JsonProperty("allMeasured")
        List<Condition> parts();
    }

    interface AnyOf {
        @JsonProperty("any")
        List<Condition> parts();
    }

    /** What is estimated stands beside the threshold, and the adjustment is named. */
    interface FlatMeasure {
        @JsonUnwrapped
        Condition.Quantity quantity();

        @JsonProperty("adjust")
        @JsonDeserialize(using = IsHolm.class)
        boolean holm();
    }

    private static SimpleModule module() {
        SimpleModule module = new SimpleModule("assay");
        text(module, TrialId.class, TrialId::parse);
        text(module, Runtime.class, Runtime::of);
        text(module, ComparisonSide.class, ComparisonSide::parse);
        text(module, ExpectedOutput.class, ExpectedOutput::new);
        text(module, Path.class, Path::of);
        module.addSerializer(Fingerprint.class, new AsText<>(Fingerprint.class));
        module.addSerializer(Interval.class, new IntervalAsPair());
        return module;
    }

    private static <T> void text(SimpleModule module, Class<T> type, Function<String, T> parse) {
        module.addSerializer(type, new AsText<>(type));
        module.addDeserializer(type, new FromText<>(type, parse));
    }

    private static final class AsText<T> extends StdSerializer<T> {
        AsText(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.toString());
        }
    }

    private static class FromText<T> extends StdDeserializer<T> {
        private final transient Function<String, T> parse;

        FromText(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) {
            String text = json.getString();
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException e) {
                return context.reportInputMismatch(this, "%s", e.getMessage());
            }
        }
    }

    private static final class IsHolm extends FromText<Boolean> {
        IsHolm() {
            super(Boolean.class, "holm"::equals);
        }

        @Override
        public Boolean getNullValue(DeserializationContext context) {
            return false;
        }
    }

    private static final class IntervalAsPair extends StdSerializer<Interval> {
        IntervalAsPair() {
            super(Interval.class);
        }

        @Override
        public void serialize(Interval value, JsonGenerator json, SerializationContext context) {
            json.writeArray(new double[] {value.low(), value.high()}, 0, 2);
        }
    }
}
