package dev.assay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.assay.fixture.Nights;
import dev.assay.model.AssayException.Storage;
import dev.assay.model.history.HistoryEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryFileTest {
    private static final String TRIAL = "numeric/nbody:rust:std@75000x1";

    @TempDir
    private Path results;

    private HistoryFile file() {
        return HistoryFile.in(results);
    }

    private static HistoryEntry night(int day) {
        return Nights.night(day)
                .time(TRIAL, -0.25)
                .program("0123456789ab")
                .peak(TRIAL, 14.5)
                .build();
    }

    private void append(String text) throws IOException {
        Files.writeString(file().path(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Test
    void whatIsAddedIsReadBack() {
        HistoryEntry again =
                Nights.confirming(1).withoutInterval(TRIAL, 0.5).reference(null).build();
        file().add(night(0));
        file().add(night(1));
        file().add(again);
        assertThat(file().read().nights()).containsExactly(night(0), night(1), again);
        assertThat(file().read().problems()).isEmpty();
    }

    @Test
    void thereNeedNotBeOne() {
        assertThat(file().read().nights()).isEmpty();
        assertThat(file().read().problems()).isEmpty();
    }

    @Test
    void everyLineIsAsTheSchemaSays() throws IOException {
        file().add(night(0));
        file().add(Nights.confirming(1)
                .program("0123456789ab")
                .peak(TRIAL, 14)
                .reference(null)
                .build());
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(HistoryFileTest.class.getResourceAsStream("/dev/assay/schema/history-1.schema.json"));
        assertThat(Files.readAllLines(file().path()))
                .hasSize(2)
                .allSatisfy(line ->
                        assertThat(schema.validate(line, InputFormat.JSON)).isEmpty());
        assertThat(schema.validate("{\"schema\": \"assay.history/1\"}", InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void ofALineThatWasCutOffTheOthersCountAndTheNextStartsAnew() throws IOException {
        file().add(night(0));
        file().add(night(1));
        byte[] whole = Files.readAllBytes(file().path());
        Files.write(file().path(), java.util.Arrays.copyOf(whole, whole.length - 40));
        assertThat(file().read().nights()).containsExactly(night(0));
        assertThat(file().read().problems()).containsExactly("line 2, the last, is incomplete or not JSON");
        file().add(night(2));
        assertThat(file().read().nights()).containsExactly(night(0), night(2));
        assertThat(file().read().problems()).containsExactly("line 2 is incomplete or not JSON");
    }

    @Test
    void aLineThatLacksOnlyItsEndCounts() throws IOException {
        append(HistoryFile.line(night(0)));
        file().add(night(1));
        assertThat(file().read().nights()).containsExactly(night(0), night(1));
        assertThat(file().read().problems()).isEmpty();
    }

    /** A history of the time when work time was called kernel time. */
    @Test
    void linesInTheFormerWordsAreReadAsTodays() throws IOException {
        String former = HistoryFile.line(night(0)).replace("\"metric\":\"work\"", "\"metric\":\"kernel\"");
        assertThat(former)
                .contains("\"metric\":\"kernel\"", "\"kernel\":\"Linux 6.1\"")
                .doesNotContain("work");
        append(former + "\n");
        file().add(night(1));
        assertThat(file().read().nights()).containsExactly(night(0), night(1));
        assertThat(file().read().problems()).isEmpty();
        assertThat(Files.readAllLines(file().path()).get(0)).isEqualTo(former);
    }

    @Test
    void foreignLinesAndVersionsToComeAreSaidToBeThatAndTheRestIsUsed() throws IOException {
        append("hello\n[1, 2]\n{\"kind\":\"sample\"}\n\n   \n");
        append(HistoryFile.line(night(0)).replace("assay.history/1", "assay.history/2") + "\n");
        append("{\"schema\":\"assay.history/\u001b[2J" + "9".repeat(500) + "\"}\n");
        append("[".repeat(100_000) + "\n");
        file().add(night(1));
        Files.write(file().path(), new byte[] {(byte) 0xff, 0, (byte) 0xfe, '\n'}, StandardOpenOption.APPEND);
        HistoryFile.Content content = file().read();
        assertThat(content.nights()).containsExactly(night(1));
        assertThat(content.problems()).hasSize(7);
        assertThat(content.problems().get(0)).isEqualTo("line 1 is incomplete or not JSON");
        assertThat(content.problems().get(1))
                .isEqualTo("line 2 is not from Assay: it is not marked as assay.history/1");
        assertThat(content.problems().get(3))
                .isEqualTo("line 6 is of another version of Assay ('assay.history/2', this one reads assay.history/1)");
        assertThat(content.problems().get(4))
                .startsWith("line 7 is ")
                .doesNotContain("\u001b")
                .hasSizeLessThan(300);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"run\":\"night-0\"|\"run\":null|'run' is missing",
                "\"run\":\"night-0\"|\"run\":\" \"|a night needs the id of its run",
                "\"cores\":4|\"cores\":0|a machine has at least one core",
                "\"cores\":4|\"cores\":\"four\"|'cores'",
                "\"resolution\":1.02|\"resolution\":0.2|a resolution is a ratio of at least 1",
                "\"profile\":\"full\"|\"profile\":\"fuller\"|'profile'",
                "\"startedAt\":\"2026-03-01T02:23:00Z\"|\"startedAt\":\"yesterday\"|'startedAt'",
                "\"log\":-0.25|\"log\":\"NaN\"|is not a number",
                "\"log\":-0.25|\"log\":null|'log' is missing",
                "\"log\":-0.25|\"log\":7|lies outside its interval",
                "\"metric\":\"work\"|\"metric\":\"rate\"|the history keeps work, wall, peak and treePeak",
                "\"metric\":\"work\"|\"metric\":\"peak\"|a figure is there twice",
                "rust:std@75000x1\",\"metric\":\"work\"|rust\",\"metric\":\"work\"|not a trial's id",
                "\"low\":-0.26|\"low\":null|has one end",
            })
    void aDamagedLineSaysWhatIsWrongInIt(String was, String is, String problem) throws IOException {
        String line = HistoryFile.line(night(0));
        assertThat(line).contains(was);
        append(line.replace(was, is) + "\n");
        file().add(night(1));
        assertThat(file().read().nights()).containsExactly(night(1));
        assertThat(file().read().problems())
                .singleElement()
                .asString()
                .startsWith("line 1 is damaged: ")
                .contains(problem);
    }

    @Test
    void unknownFieldsMeanNothing() throws IOException {
        append(HistoryFile.line(night(0)).replaceFirst("\\{", "{\"more\":{\"a\":[1]},") + "\n");
        assertThat(file().read().nights()).containsExactly(night(0));
        assertThat(file().read().problems()).isEmpty();
    }

    @Test
    void whatCannotBeReadOrWrittenIsNamed() throws IOException {
        Files.createDirectory(file().path());
        assertThatThrownBy(() -> file().read())
                .isInstanceOf(Storage.class)
                .hasMessageContaining("Cannot read the history " + file().path());
        assertThatThrownBy(() -> file().add(night(0)))
                .isInstanceOf(Storage.class)
                .hasMessageContaining("Cannot add to the history " + file().path());
    }

    @Test
    void figuresAreKeptToAMillionth() {
        String line = HistoryFile.line(Nights.night(0).time(TRIAL, 1.0 / 3).build());
        assertThat(line).contains("\"log\":0.333333,");
        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(600);
    }
}
