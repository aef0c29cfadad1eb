package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralsTest {
    @ParameterizedTest
    @CsvSource({
        "0, block, 0 blocks",
        "1, block, 1 block",
        "2, block, 2 blocks",
        "1, process, 1 process",
        "3, process, 3 processes",
    })
    void onlyOneIsSingular(long count, String noun, String text) {
        assertThat(Plurals.count(count, noun)).isEqualTo(text);
    }
}
