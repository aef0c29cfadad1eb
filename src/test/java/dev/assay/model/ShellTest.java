package dev.assay.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "-Dsuite=numeric,memory | -Dsuite=numeric,memory",
                "-Dworkload=*           | '-Dworkload=*'",
                "two words              | 'two words'",
                "it's                   | 'it'\\''s'",
                "$HOME                  | '$HOME'",
            })
    void aWordIsQuotedOnlyWhereAShellWouldReadAnother(String word, String quoted) {
        assertThat(Shell.quote(word)).isEqualTo(quoted);
    }

    @Test
    void anEmptyWordIsStillAWord() {
        assertThat(Shell.line(List.of("printf", "", "x"))).isEqualTo("printf '' x");
    }
}
