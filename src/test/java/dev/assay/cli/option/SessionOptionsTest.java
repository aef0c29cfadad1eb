package dev.assay.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.app.SampleSize;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.Profile;
import dev.assay.model.StoppingPolicy;
import dev.assay.run.SessionBreak;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class SessionOptionsTest {
    private static final StoppingPolicy STOPPING =
            new StoppingPolicy(10, 2, 0.02, Duration.ofMinutes(9).toNanos());

    private static SessionOptions options(String... arguments) {
        SessionOptions options = new SessionOptions();
        new CommandLine(CommandSpec.forAnnotatedObject(options)).parseArgs(arguments);
        return options;
    }

    @ParameterizedTest
    @CsvSource({"quick,1", "full,3"})
    void aProfileSaysHowMany(String profile, int sessions) {
        Profile asked = Profile.valueOf(profile.toUpperCase(Locale.ROOT));
        SampleSize extent = options().over(new SampleSize(asked.blocks(), 1, STOPPING), asked);
        assertThat(extent.sessions()).isEqualTo(sessions);
        assertThat(extent.blocks()).isGreaterThanOrEqualTo(asked.blocks());
        assertThat(options().over(SampleSize.fixed(10), asked)).isEqualTo(SampleSize.fixed(10));
    }

    /** All sessions have the same even number, and none fewer than are looked at first. */
    @ParameterizedTest
    @CsvSource({"60,3,60", "60,1,60", "100,3,102", "60,7,70", "60,2,60", "60,30,300", "100,4,104"})
    void aRunThatStopsByItselfHasRoomForEverySession(int most, int sessions, int all) {
        SampleSize extent = options("--sessions=" + sessions).over(new SampleSize(most, 1, STOPPING), Profile.QUICK);
        assertThat(extent).isEqualTo(new SampleSize(all, sessions, STOPPING));
    }

    @Test
    void aFixedNumberIsSplitEvenlyOrRefused() {
        assertThat(options("--sessions=3").over(SampleSize.fixed(12), Profile.SMOKE))
                .isEqualTo(new SampleSize(12, 3, null));
        assertThatThrownBy(() -> options("--sessions=3").over(SampleSize.fixed(10), Profile.QUICK))
                .isInstanceOf(Usage.class)
                .hasMessage(
                        "--sessions=3 cannot divide 10 blocks evenly. Set --blocks to a multiple of 3, such as --blocks=12.");
    }

    @Test
    void eachSessionHasItsShareOfTheBudgetAndATargetThatTogetherTheyReach() {
        StoppingPolicy each = STOPPING.within(4);
        assertThat(each.budgetNs()).isEqualTo(STOPPING.budgetNs() / 4);
        assertThat(each.precision()).isEqualTo(0.04);
        assertThat(each.fewestBlocks()).isEqualTo(10);
        assertThat(STOPPING.within(1)).isEqualTo(STOPPING);
    }

    @Test
    void whatLiesBetweenSessions() {
        assertThat(options().between()).isEqualTo(SessionBreak.NONE);
        assertThat(options("--session-pause=resume").between()).isEqualTo(SessionBreak.UNTIL_RESUMED);
        assertThat(options("--session-pause=1m30s").between())
                .isEqualTo(new SessionBreak(Duration.ofSeconds(90), false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--sessions=0 | --sessions=0 is out of range: give 1 to 100, such as 3.",
                "--sessions=101 | --sessions=101 is out of range: give 1 to 100, such as 3.",
                "--session-pause=5m | --session-pause=5m waits between sessions, but this run has only one. Add --sessions=3,"
                        + " for example.",
            })
    void whatCannotBeIsRefused(String argument, String message) {
        assertThatThrownBy(() -> options(argument).over(new SampleSize(60, 1, STOPPING), Profile.QUICK))
                .isInstanceOf(Usage.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({"soon,is not a valid time", "25h,is out of range: give at most 24h", "0s,is not a valid time"})
    void aPauseIsATime(String pause, String message) {
        assertThatThrownBy(() -> options("--session-pause=" + pause).between())
                .isInstanceOf(Usage.class)
                .hasMessageContaining("--session-pause=" + pause + " " + message);
    }

    @Test
    void whatIsRecordedSaysTheSameAgain() {
        assertThat(options().recorded(new SampleSize(60, 1, STOPPING))).isEmpty();
        assertThat(options().recorded(new SampleSize(102, 3, STOPPING))).isEqualTo(Map.of("sessions", "3"));
        assertThat(options("--sessions=1").recorded(new SampleSize(100, 1, STOPPING)))
                .isEqualTo(Map.of("sessions", "1"));
        assertThat(options("--sessions=2", "--session-pause=resume").recorded(new SampleSize(60, 2, STOPPING)))
                .isEqualTo(Map.of("sessions", "2", "session-pause", "resume"));
    }
}
