package dev.assay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.AssayException.Usage;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InheritedSettingsTest {
    private static final byte[] NOT_UTF_8 = {'x', '=', (byte) 0xFF};

    private static List<byte[]> words(String... words) {
        return Stream.of(words)
                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static InheritedSettings given(Charset charset, String... words) {
        return new InheritedSettings(words(words), List.of(), charset);
    }

    /** As Java reads them without a locale. */
    private static String lost(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.US_ASCII);
    }

    @Test
    void argumentsAreThoseOfTheCommandLineWhateverTheLocale() {
        InheritedSettings given = given(StandardCharsets.US_ASCII, "java", "-jar", "a.jar", "compare", "größe");
        assertThat(lost("größe")).contains("\uFFFD");
        assertThat(given.arguments(new String[] {"compare", lost("größe")})).containsExactly("compare", "größe");
    }

    @Test
    void aLocaleOfOneByteLettersChangesNoByte() {
        InheritedSettings given = new InheritedSettings(List.of(NOT_UTF_8), List.of(), StandardCharsets.ISO_8859_1);
        assertThat(given.arguments(new String[] {"x=ÿ"})).containsExactly("x=\uEFFF");
    }

    @Test
    void whatIsNotUtf8IsKeptInAnyLocale() {
        InheritedSettings given = new InheritedSettings(List.of(NOT_UTF_8), List.of(), StandardCharsets.UTF_8);
        assertThat(given.arguments(new String[] {"x=\uFFFD"})).containsExactly("x=\uEFFF");
    }

    /** Maven splits one property, and a file may stand for the arguments. */
    @Test
    void argumentsThatAreNotThereAreTakenAsJavaReadThemOrRefused() {
        InheritedSettings given = given(StandardCharsets.UTF_8, "java", "@arguments");
        assertThat(given.arguments(new String[] {"compare", "größe"})).containsExactly("compare", "größe");
        assertThatThrownBy(() -> given.arguments(new String[] {"compare", "gr\uFFFD"}))
                .isInstanceOf(Usage.class)
                .hasMessageContaining("The argument 'gr\uFFFD'")
                .hasMessageContaining("LC_ALL=C.UTF-8");
    }

    @Test
    void whatMavenHasReplacedIsRefused() {
        String said = "compare --baseline 'echo ${user.home} ${x}'";
        InheritedSettings.requireUnreplaced(said, new String[] {"compare", "--baseline", "echo ${user.home} ${x}"});
        assertThatThrownBy(() -> InheritedSettings.requireUnreplaced(
                        said, new String[] {"compare", "--baseline", "echo /home/me ${x}"}))
                .isInstanceOf(Usage.class)
                .hasMessageContaining("-Dbaseline=");
    }

    @Test
    void aPropertyIsFoundOnTheCommandLineOrRefused() {
        InheritedSettings given = given(StandardCharsets.US_ASCII, "java", "-Dx=ä", "-Dbaseline=echo größe", "Main");
        assertThat(given.property("baseline", lost("echo größe"))).isEqualTo("echo größe");
        assertThat(given.property("suite", "all")).isEqualTo("all");
        assertThatThrownBy(() -> given.property("suite", lost("größe")))
                .isInstanceOf(Usage.class)
                .hasMessageContaining("The property suite")
                .hasMessageContaining("LC_ALL=C.UTF-8");
    }

    @Test
    void variablesAreBytesAndTheFirstOfANameCounts() {
        InheritedSettings given = new InheritedSettings(
                List.of(),
                Stream.concat(words("A=ä=b", "EMPTY=", "A=other", "no variable").stream(), Stream.of(NOT_UTF_8))
                        .toList(),
                StandardCharsets.US_ASCII);
        assertThat(given.environment()).isEqualTo(Map.of("A", "ä=b", "EMPTY", "", "x", "\uEFFF"));
    }

    @Test
    void thisProcessesOwnAreReadFromTheSystem() {
        assertThat(InheritedSettings.own().environment().keySet())
                .containsAll(System.getenv().keySet().stream()
                        .filter(name -> name.matches("[A-Z_]+"))
                        .toList());
        assertThat(InheritedSettings.own().openFiles()).isPositive();
    }
}
