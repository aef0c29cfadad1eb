package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingSuggestionTest {
    private static final List<String> SUITES = List.of("memory", "numeric", "startup", "text", "threading", "all");

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "'', abc, 3",
        "abc, '', 3",
        "abc, abc, 0",
        "abc, abd, 1",
        "abc, abcd, 1",
        "abc, ac, 1",
        "abc, acb, 1",
        "abcd, badc, 2",
        "kitten, sitting, 3",
        // optimal string alignment edits no letter twice: the full distance would be 2
        "ca, abc, 3",
    })
    void countsTypingErrors(String a, String b, int errors) {
        assertThat(SpellingSuggestion.distance(a, b)).isEqualTo(errors);
        assertThat(SpellingSuggestion.distance(b, a)).isEqualTo(errors);
    }

    @ParameterizedTest
    @CsvSource({
        "numeric, numeric",
        "numerics, numeric",
        "nuemric, numeric",
        "NUMERIC, numeric",
        "numerical, numeric",
        "txt, text",
        "al, all"
    })
    void findsTheWordThatWasMeant(String word, String meant) {
        assertThat(SpellingSuggestion.find(word, SUITES)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"''", "gc", "x", "database", "numeric/nbody"})
    void findsNothingForAnotherWord(String word) {
        assertThat(SpellingSuggestion.find(word, SUITES)).isEmpty();
    }

    @Test
    void takesTheFirstOfEquallyNearOnes() {
        assertThat(SpellingSuggestion.find("bat", List.of("cat", "hat"))).contains("cat");
        assertThat(SpellingSuggestion.find("bat", List.of("hat", "cat"))).contains("hat");
    }

    @Test
    void prefersTheNearer() {
        assertThat(SpellingSuggestion.find("sizes", List.of("side", "size"))).contains("size");
    }

    @Test
    void findsNothingAmongNone() {
        assertThat(SpellingSuggestion.find("word", List.of())).isEmpty();
    }

    @Test
    void isNotHeldUpByAVeryLongWord() {
        assertThat(SpellingSuggestion.find("n".repeat(10_000_000), SUITES)).isEmpty();
    }
}
