package dev.assay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.AssayException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordsTest {
    @Test
    void knowsQuotesAndBackslashes() {
        assertThat(ShellWords.split("python3 'my app.py' \"a b\" c\\ d"))
                .containsExactly("python3", "my app.py", "a b", "c d");
    }

    @Test
    void joinsPiecesThatTouch() {
        assertThat(ShellWords.split("--name='a b'\"c\"d")).containsExactly("--name=a bcd");
    }

    @Test
    void keepsEmptyWords() {
        assertThat(ShellWords.split("x '' \"\" y")).containsExactly("x", "", "", "y");
    }

    @Test
    void hasNoWordsInNothing() {
        assertThat(ShellWords.split(" \t\n")).isEmpty();
    }

    @Test
    void escapesInDoubleQuotesOnlyWhatAShellDoes() {
        assertThat(ShellWords.split("\"\\\" \\\\ \\$x \\` \\n\"")).containsExactly("\" \\ $x ` \\n");
    }

    @Test
    void keepsEverythingInSingleQuotes() {
        assertThat(ShellWords.split("awk '{print $1 | \"sort\"; `x` \\}'"))
                .containsExactly("awk", "{print $1 | \"sort\"; `x` \\}");
    }

    @Test
    void dropsAnEscapedLineEnd() {
        assertThat(ShellWords.split("a\\\nb \\\n c")).containsExactly("ab", "c");
    }

    @Test
    void leavesPatternsAndLoneDollarsAlone() {
        assertThat(ShellWords.split("grep a.*b$ *.txt ~/x cost:$"))
                .isEqualTo(List.of("grep", "a.*b$", "*.txt", "~/x", "cost:$"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {"a | b!|!3", "a > b!>!3", "a < b!<!3", "a & b!&!3", "a; b!;!2", "a `b`!`!3", "a $(b)!$(!3"})
    void refusesWhatNeedsAShell(String text, String operator, int position) {
        assertThatThrownBy(() -> ShellWords.split(text))
                .isInstanceOf(AssayException.Usage.class)
                .hasMessageContaining("'" + operator + "' at character " + position)
                .hasMessageContaining("sh -c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a $HOME", "a ${X}", "a \"$HOME\"", "a \"$(b)\"", "a \"`b`\"", "(a)"})
    void refusesWhatOnlyAShellWouldReplace(String text) {
        assertThatThrownBy(() -> ShellWords.split(text))
                .isInstanceOf(AssayException.Usage.class)
                .hasMessageContaining("single quotes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '%',
            value = {"a 'b!3", "a \"b!3", "ab\"c\\\"!3"})
    void saysWhereAQuoteWasOpened(String text, int position) {
        assertThatThrownBy(() -> ShellWords.split(text))
                .isInstanceOf(AssayException.Usage.class)
                .hasMessageContaining("at character " + position + " is never closed");
    }

    @Test
    void joinsWordsSoThatTheyAreSplitTheSameWay() {
        List<String> words = List.of("a", "", "it's", "b c", "$HOME", "--x=y", "\\", "\"", "ä", "a\nb");

        assertThat(ShellWords.split(ShellWords.join(words))).isEqualTo(words);
        assertThat(ShellWords.join(List.of("cc", "-O3", "my file.c"))).isEqualTo("cc -O3 'my file.c'");
    }

    @Test
    void refusesALoneBackslashAtTheEnd() {
        assertThatThrownBy(() -> ShellWords.split("a \\"))
                .isInstanceOf(AssayException.Usage.class)
                .hasMessageContaining("character 3");
    }

    @Test
    void takesBytesByTheirNumbers() {
        assertThat(ShellWords.split("a$'\\x41\\102\\t\\'\\\\\\u00fc\\xc3\\xbc\\xff'z $'' $x'y'".replace(" $x", " x")))
                .containsExactly("aAB\t'\\üü\uEFFFz", "", "xy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a $'b", "a $'\\q'", "a $'\\x00'", "a $\"b\""})
    void refusesWhatADollarQuoteCannotMean(String text) {
        assertThatThrownBy(() -> ShellWords.split(text)).isInstanceOf(AssayException.Usage.class);
    }

    @Test
    void everyWordComesBackFromItsLine() {
        List<String> words = List.of("", "a b", "it's", "$x", "\u001b[1m\uEFFF'\\", "ü\n", "\u00071");
        assertThat(ShellWords.split(ShellWords.join(words))).isEqualTo(words);
    }
}
