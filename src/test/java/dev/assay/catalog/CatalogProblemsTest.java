package dev.assay.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.AssayException;
import dev.assay.model.catalog.Condition;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonPointer;

class CatalogProblemsTest {
    private static final Path ROOT = Path.of("root");
    private static final JsonPointer PLACE = JsonPointer.compile("/claims/3/rule");
    private static final JsonFile FILE = new JsonFile(
            "claims.json",
            JsonFile.MAPPER.readTree("{'claims': [0, 1, 2, {'rule': {'any': []}}]}".replace('\'', '"')),
            Map.of(PLACE, 7),
            "",
            "");

    private final CatalogProblems problems = new CatalogProblems();

    @Test
    void letReadingGoOnWhenThereAreNone() {
        assertThatCode(() -> problems.throwIfAny(ROOT)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, has a problem:, '  file:1:1: problem'",
        "19, 20, has 19 problems:, '  file:19:1: problem'",
        "20, 20, has 20 problems:, '  and 2 more; fix these first'",
        "1000, 20, has 1000 problems:, '  and 982 more; fix these first'",
    })
    void areTwentyLinesAtMost(int count, int lines, String heading, String last) {
        for (int line = count; line > 0; line--) {
            problems.add("file", line, 1, "problem");
        }

        assertThatThrownBy(() -> problems.throwIfAny(ROOT))
                .isInstanceOf(AssayException.Malformed.class)
                .extracting(
                        problem -> String.valueOf(problem.getMessage()).lines().toList())
                .satisfies(message -> assertThat(message)
                        .hasSize(lines)
                        .startsWith("The catalog in root " + heading, "  file:1:1: problem")
                        .endsWith(last));
    }

    @Test
    void holdWhatARecordRefuses() {
        assertThat(problems.convert(FILE, PLACE, Condition.class)).isEmpty();

        assertThat(problems.has(FILE, PLACE)).isTrue();
        assertThatThrownBy(() -> problems.throwIfAny(ROOT))
                .hasMessage(
                        "The catalog in root has a problem:\n  claims.json:7: 'claims[3].rule' cannot be used: 'all' and 'any' need at"
                                + " least one condition");
    }
}
