package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameListTest {
    @Test
    void namesAllOrTheFirstFew() {
        assertThat(NameList.first(2, List.of())).isEmpty();
        assertThat(NameList.first(2, List.of("a", "b"))).isEqualTo("a, b");
        assertThat(NameList.first(2, List.of("a", "b", "c"))).isEqualTo("a, b and 1 more");
        assertThat(NameList.first(Collections.nCopies(150, "x"))).isEqualTo("x, x, x, x, x, x and 144 more");
    }
}
