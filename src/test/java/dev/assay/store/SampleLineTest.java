package dev.assay.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.json.ModelJson;
import dev.assay.model.run.Sample;
import dev.assay.model.run.TrialId;
import dev.assay.schema.FormerWords;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The short way of a sample's line leads where the long way leads, or nowhere. */
class SampleLineTest {
    private static final TrialId TRIAL = TrialId.parse("numeric/nbody:rust:std@10x1");
    private static final String LINE = """
            {"kind":"sample","trial":"numeric/nbody:rust:std@10x1","mode":"memory","block":3,"position":1,"warmup":true,\
            "wallNs":2519587,"userNs":2456000,"systemNs":0,"taskClockNs":2291199,"cpuComplete":true,"peakBytes":1445888,\
            "peakQuality":"exact","peakQuantumBytes":4096,"treePeakLowBytes":5,"treePeakHighBytes":6,"processes":2,"minorFaults":60,\
            "majorFaults":7,"voluntarySwitches":8,"involuntarySwitches":9,"survivors":1,\
            "counters":{"cycles":{"count":5,"enabledNs":6,"runningNs":7}},"workNs":1674838,"workSeriesNs":[3,4],\
            "steps":{"medianNs":5,"tailNs":9},"exit":{"reason":"exited","code":0,"signal":null,"limit":null,"message":null},\
            "outputOk":true,"problem":"none \\u00fc","environmentPadding":3681,"hashSeed":1812145349,"build":2,\
            "ownCpuShare":1.5180876865930806,"lostNs":11}""";

    private static final List<String> VALUES = List.of(
            "null",
            "-1",
            "-0",
            "0",
            "1",
            "1.5",
            "1.0",
            "1e400",
            "2147483648",
            "9223372036854775808",
            "true",
            "\"\"",
            "\"timing\"",
            "\"rusage\"",
            "\"numeric/nbody:rust:std@010x1\"",
            "[]",
            "[null]",
            "[-1]",
            "[[1]]",
            "{}",
            "{\"medianNs\":9,\"tailNs\":5}",
            "{\"medianNs\":0,\"tailNs\":5}",
            "{\"medianNs\":1,\"tailNs\":5,\"tailNs\":5}",
            "{\"x\":{\"count\":1,\"enabledNs\":2,\"runningNs\":-3}}",
            "{\"x\":{\"count\":1,\"enabledNs\":2}}",
            "{\"kernelNs\":{\"count\":1,\"enabledNs\":2,\"runningNs\":3}}",
            "{\"metric\":{\"count\":1,\"enabledNs\":2,\"runningNs\":3}}",
            "{\"reason\":\"exited\"}",
            "{\"reason\":\"exited\",\"code\":0}",
            "{\"reason\":\"exited\",\"code\":1}",
            "{\"reason\":\"signaled\",\"signal\":9}",
            "{\"reason\":\"timeout\",\"limit\":5}");

    private final JournalSchema schema = new JournalSchema();
    private final SampleLine line = new SampleLine(Map.of(TRIAL.toString(), TRIAL));

    private @Nullable Sample shortWay(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return line.read(bytes, bytes.length);
    }

    /** Null where it is refused. */
    private @Nullable Sample longWay(String text) {
        try {
            ObjectNode node = (ObjectNode) ModelJson.LINES.readTree(text);
            FormerWords.renew(node);
            if (!schema.problems("sample", node).isEmpty()) {
                return null;
            }
            schema.complete("sample", node);
            return ModelJson.LINES.treeToValue(node, Sample.class);
        } catch (JacksonException | IllegalArgumentException e) {
            return null;
        }
    }

    private void isSame(String text) {
        Sample sample = shortWay(text);
        if (sample != null) {
            assertThat(sample).as(text).isEqualTo(longWay(text));
        }
    }

    private static Stream<Map.Entry<String, JsonNode>> fields() {
        return ModelJson.LINES.readTree(LINE).propertyStream();
    }

    @Test
    void aUsualLineTakesTheShortWay() {
        assertThat(shortWay(LINE)).isNotNull().isEqualTo(longWay(LINE));
        assertThat(shortWay(LINE + "\r\n")).isNotNull();
        String former = LINE.replace("workNs", "kernelNs").replace("workSeriesNs", "kernelSeriesNs");
        assertThat(shortWay(former)).isNotNull().isEqualTo(longWay(LINE));
        String least = "{\"kind\":\"sample\",\"trial\":\"" + TRIAL + "\",\"block\":0,\"position\":0}";
        assertThat(shortWay(least)).isNotNull().isEqualTo(longWay(least));
    }

    @Test
    void anyValueOfAFieldIsReadAsTheSchemaWouldReadIt() {
        fields().forEach(field -> VALUES.forEach(value -> {
            String before = "\"" + field.getKey() + "\":" + field.getValue();
            String plain = ModelJson.LINES.readTree(LINE).toString();
            assertThat(plain).contains(before);
            isSame(plain.replace(before, "\"" + field.getKey() + "\":" + value));
        }));
    }

    @Test
    void aFieldMayBeMissing() {
        fields().forEach(field -> {
            ObjectNode less = (ObjectNode) ModelJson.LINES.readTree(LINE);
            less.remove(field.getKey());
            isSame(less.toString());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"sample\",\"wallNs\":1,",
                "{\"kind\":\"sample\",\"kernelNs\":1,",
                "{\"kind\":\"sample\",\"kind\":\"sample\",",
                "{\"kind\":\"sample\",\"kind\":\"end\",",
                "{\"kind\":\"sample\",\"mood\":\"good\",",
                "{\"kind\":\"sample\",,",
                " {\"kind\":\"sample\",",
            })
    void whatIsTwiceOrUnknownTakesTheLongWay(String start) {
        assertThat(shortWay(LINE.replace("{\"kind\":\"sample\",", start))).isNull();
    }

    @Test
    void whatIsCutOffOrFollowedByMoreTakesTheLongWay() {
        for (int length = 0; length < LINE.length(); length++) {
            assertThat(shortWay(LINE.substring(0, length))).isNull();
        }
        assertThat(shortWay(LINE + "{}")).isNull();
        assertThat(shortWay(LINE + "\0\0")).isNull();
    }
}
