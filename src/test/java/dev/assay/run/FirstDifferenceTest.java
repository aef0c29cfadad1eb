package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FirstDifferenceTest {
    private static String between(String wanted, String got) throws IOException {
        return FirstDifference.between(
                new ByteArrayInputStream(wanted.getBytes(StandardCharsets.ISO_8859_1)),
                new ByteArrayInputStream(got.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void theLinesThatDifferAreShown() throws IOException {
        assertThat(between("1\n42\n", "1\n43\n")).isEqualTo("line 2 is '43' and should be '42'");
        assertThat(between("42\n", "42\n42\n")).isEqualTo("line 2 is '42' and should be missing");
        assertThat(between("42\n", "")).isEqualTo("line 1 is missing and should be '42'");
    }

    @Test
    void beyondWhatIsShownOfALineItSaysWhere() throws IOException {
        String long100 = "0123456789".repeat(10);
        assertThat(between("a\n" + long100 + "x tail\n", "a\n" + long100 + "y tail\n"))
                .isEqualTo("line 2 is '...01234567890123456789y tail' and should be"
                        + " '...01234567890123456789x tail', at byte 103");
    }

    @Test
    void bytesThatAreNotUtf8AreShownByTheirNumbers() throws IOException {
        assertThat(between("\u00FF\n", "\u00FE\n")).isEqualTo("line 1 is '⟨\\xFE⟩' and should be '⟨\\xFF⟩'");
    }

    /** As shown, both are a question mark. */
    @Test
    void whatLooksTheSameIsDistinguishedByItsBytes() throws IOException {
        assertThat(between("a\u0001\n", "a\u0002\n"))
                .isEqualTo("line 1 is 'a?', but byte 2 is 0x02 and should be 0x01");
        assertThat(between("42\n", "42"))
                .isEqualTo("the lines are the same, their ends are not: byte 3 is missing and should be 0x0A");
        assertThat(between("42\n", "42\r\n"))
                .isEqualTo("the lines are the same, their ends are not: byte 3 is 0x0D and should be 0x0A");
    }

    @Test
    void aLineWithoutAnEndIsReadOnlyAsFarAsItIsShown() throws IOException {
        String endless = "x".repeat(10_000_000);
        assertThat(between("a" + endless, "b" + endless)).hasSizeLessThan(200).startsWith("line 1 is 'bxxx");
    }
}
