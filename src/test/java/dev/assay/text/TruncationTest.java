package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TruncationTest {
    @Test
    void shortTextsStayAsTheyAre() {
        assertThat(Truncation.shorten(List.of("a", "a", "target/debug/app"), 20))
                .containsExactly("a", "a", "target/debug/app");
    }

    @Test
    void textsThatBeginAlikeAreShownFromWhereTheyDiffer() {
        assertThat(Truncation.shorten(
                        List.of("a long common beginning, then one", "a long common beginning, then two", "other"), 20))
                .containsExactly("…beginning, then one", "…beginning, then two", "other");
    }

    @Test
    void theMiddleThatDiffersIsShownWhereTheEndsAreAlikeToo() {
        assertThat(Truncation.shorten(
                        List.of(
                                "/home/somebody/first/target/release/a-program-of-mine",
                                "/home/somebody/second/target/release/a-program-of-mine"),
                        16))
                .containsExactly("…/first/target/…", "…/second/target…");
    }

    /** As where a letter is wider than the room for a name. */
    @Test
    void withoutAnyRoomTextsStillDiffer() {
        List<String> texts = List.of("abc", "abd", "…", "😀😀", "x");
        for (int most = 1; most < 4; most++) {
            assertThat(Truncation.shorten(texts, most)).doesNotHaveDuplicates().hasSameSizeAs(texts);
        }
    }

    @Test
    void whatDiffersStaysDifferentAndFits() {
        Random random = new Random(20260504);
        for (int round = 0; round < 2000; round++) {
            int most = 10 + random.nextInt(20);
            List<String> texts = IntStream.range(0, 2 + random.nextInt(4))
                    .mapToObj(i -> Stream.generate(() -> random.nextInt(8) == 0 ? "é😀" : "b")
                            .limit(random.nextInt(60))
                            .reduce("aaaaaaaa", String::concat))
                    .toList();
            List<String> shown = Truncation.shorten(texts, most);
            assertThat(shown).allMatch(text -> text.codePointCount(0, text.length()) <= most);
            assertThat(new HashSet<>(shown)).as(texts + " " + shown).hasSize(new HashSet<>(texts).size());
            assertThat(shown).noneMatch(text -> Character.isLowSurrogate(text.charAt(text.startsWith("…") ? 1 : 0)));
        }
    }
}
