package dev.assay.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fixture.Nights;
import dev.assay.json.ModelJson;
import dev.assay.model.history.HistoryEntry;
import dev.assay.schema.FormerWords;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The short way of a night's line leads where the long way leads, or nowhere. */
class HistoryLineTest {
    private static final String TRIAL = "numeric/nbody:rust:std@75000x1";

    private static final HistoryEntry NIGHT = Nights.night(3)
            .time(TRIAL, -0.25)
            .program("0123456789ab")
            .peak(TRIAL, 14.5)
            .build();

    private static final List<String> VALUES = List.of(
            "null",
            "-1",
            "-0",
            "0",
            "1",
            "1.5",
            "1e400",
            "2147483648",
            "true",
            "\"\"",
            "\"work\"",
            "\"kernel\"",
            "\"rate\"",
            "\"quick\"",
            "\"2026-03-01T02:23:00Z\"",
            "\"numeric/nbody:rust:std@010x1\"",
            "[]",
            "[null]",
            "[{}]",
            "{}",
            "{\"metric\":\"kernel\"}",
            "{\"kernelTime\":\"1\"}",
            "{\"rust\":\"1\",\"rust\":\"2\"}",
            "{\"rust\":1}");

    private final HistoryLine reader = new HistoryLine();

    private @Nullable HistoryEntry read(String line) {
        byte[] bytes = ("x" + line + "y").getBytes(StandardCharsets.UTF_8);
        return reader.read(bytes, 1, bytes.length - 2);
    }

    private static @Nullable HistoryEntry longWay(String line) {
        try {
            JsonNode node = ModelJson.LINES.readTree(line);
            FormerWords.renew(node);
            return HistoryFile.isOfToday(node) && HistoryFile.missing(node) == null
                    ? ModelJson.LINES.treeToValue(node, HistoryEntry.class)
                    : null;
        } catch (JacksonException | IllegalArgumentException e) {
            return null;
        }
    }

    @Test
    void whatAssayWritesTakesTheShortWay() {
        List.of(
                        NIGHT,
                        Nights.confirming(1)
                                .withoutInterval(TRIAL, 0.5)
                                .reference(null)
                                .build())
                .forEach(night -> assertThat(read(HistoryFile.line(night))).isEqualTo(night));
    }

    @Test
    void anyValueOfAnyFieldLeadsBothWaysToOneNight() {
        ObjectNode line = (ObjectNode) ModelJson.LINES.readTree(HistoryFile.line(NIGHT));
        for (Map.Entry<String, JsonNode> field : line.properties()) {
            compare(line.toString(), "\"" + field.getKey() + "\":" + field.getValue(), field.getKey());
        }
        for (Map.Entry<String, JsonNode> field : line.path("figures").get(0).properties()) {
            compare(line.toString(), "\"" + field.getKey() + "\":" + field.getValue(), field.getKey());
        }
    }

    private void compare(String line, String written, String name) {
        assertThat(line).contains(written);
        for (String value : VALUES) {
            String changed = line.replace(written, "\"" + name + "\":" + value);
            HistoryEntry night = read(changed);
            if (night != null) {
                assertThat(night).as(changed).isEqualTo(longWay(changed));
            }
        }
        // of two of one name nobody knows which is meant
        assertThat(read(line.replace(written, written + "," + written))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "[]",
                "{\"schema\":\"assay.history/2\"}",
                "{\"schema\":\"assay.history/1\",\"figures\":[]}",
            })
    void whatIsNoNightIsNotRead(String line) {
        assertThat(read(line)).isNull();
    }

    @Test
    void whatFollowsALineMakesItUnusual() {
        assertThat(read(HistoryFile.line(NIGHT) + "{}")).isNull();
        assertThat(read(HistoryFile.line(NIGHT).replaceFirst("\\{", "{\"more\":{\"a\":[1]},")))
                .isNull();
    }
}
