package dev.assay.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NativeTextTest {
    private static byte[] bytes(int... each) {
        byte[] bytes = new byte[each.length];
        for (int i = 0; i < each.length; i++) {
            bytes[i] = (byte) each[i];
        }
        return bytes;
    }

    @Test
    void utf8IsItself() {
        String text = "größe, 日本, \uD83D\uDE00";
        assertThat(NativeText.decode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
        assertThat(NativeText.encode(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aByteThatIsNotPartOfUtf8StandsAsACharacterOfItsOwn() {
        assertThat(NativeText.decode(bytes('a', 0xFF, 'b', 0xC3))).isEqualTo("a\uEFFFb\uEFC3");
        assertThat(NativeText.decode(bytes(0xED, 0xA0, 0x80)))
                .as("half of a pair of surrogates is no character")
                .isEqualTo("\uEFED\uEFA0\uEF80");
    }

    /** Else two strings would become the same text. */
    @Test
    void aCharacterThatWouldMeanAByteStandsAsItsBytes() {
        assertThat(NativeText.decode("\uEFFF".getBytes(StandardCharsets.UTF_8))).isEqualTo("\uEFEE\uEFBF\uEFBF");
        assertThat(NativeText.of("x\uEF80")).isEqualTo("x\uEFEE\uEFBE\uEF80");
    }

    @Test
    void noBytesAreLost() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            byte[] bytes = new byte[random.nextInt(12)];
            random.nextBytes(bytes);
            String text = NativeText.decode(bytes);
            assertThat(NativeText.encode(text)).isEqualTo(bytes);
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).isTrue();
        }
    }

    @Test
    void aPathThatJavaCannotNameIsRefused() {
        assertThat(NativeText.path("/tmp/a b")).hasToString("/tmp/a b");
        assertThatThrownBy(() -> NativeText.path("/tmp/\uEFFF")).isInstanceOf(InvalidPathException.class);
    }
}
