package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.console.Console;
import dev.assay.fixture.Nights;
import dev.assay.model.history.HistoryEntry;
import dev.assay.store.HistoryFile;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunHistoryTest {
    private static final HistoryEntry TONIGHT = Nights.night(0).build();
    private static final int A_THOUSAND_YEARS = 365_250;

    @TempDir
    private Path results;

    private final StringWriter err = new StringWriter();
    private final Console console =
            new Console(new PrintWriter(new StringWriter()), new PrintWriter(err, true), false, false, false, 400);

    /** It would else have stayed the newest for a thousand years, and no other night would have raised an alert. */
    @Test
    void aNightOfTheFutureIsNotTheNewest() {
        HistoryFile.in(results).add(Nights.night(A_THOUSAND_YEARS).build());
        HistoryFile.in(results).add(TONIGHT);
        RunHistory chronicle = new RunHistory(console, results);
        assertThat(chronicle.read().nights()).containsExactly(TONIGHT);
        assertThat(chronicle.with(Optional.of(TONIGHT)).nights()).containsExactly(TONIGHT);
        assertThat(chronicle.completed().nights()).containsExactly(TONIGHT);
        assertThat(err.toString())
                .contains(
                        "1 night is in the future, such as 3026-",
                        "of run night-" + A_THOUSAND_YEARS,
                        "the clock was wrong");
    }

    @Test
    void nightsOfThePastAreAllCounted() {
        HistoryFile.in(results).add(TONIGHT);
        HistoryFile.in(results).add(Nights.night(-2000).build());
        assertThat(new RunHistory(console, results).read().nights())
                .extracting(HistoryEntry::run)
                .containsExactly("night--2000", "night-0");
        assertThat(err.toString()).isEmpty();
    }

    /** A clock that starts anew at every boot: such a night says nothing of the nights before another. */
    @Test
    void aNightOfNineteenSeventyIsSetAside() {
        HistoryFile.in(results).add(TONIGHT);
        HistoryFile.in(results).add(Nights.night(-20_513).build());
        assertThat(new RunHistory(console, results).read().nights()).containsExactly(TONIGHT);
        assertThat(err.toString()).contains("1 night is older than Assay, such as 1970-01-0", "the clock was wrong");
    }
}
