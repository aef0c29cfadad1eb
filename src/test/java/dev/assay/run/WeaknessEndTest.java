package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Runtime;
import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.model.run.Exit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the ends of programs with weaknesses say. */
class WeaknessEndTest {
    private static ProbeExit judged(Runtime runtime, int code, String stdout, String stderr, @Nullable String right) {
        Exit exit = new Exit(Exit.Reason.EXITED, code, null, null, null);
        return WeaknessEnd.of(ProbeExit.of(runtime, exit, stderr), exit, stdout, right);
    }

    @Test
    void theRightOutputIsHarmlessAndAnyOtherSilent() {
        assertThat(judged(Runtime.PYTHON, 0, "42\n", "", "42").outcome()).isEqualTo(ProbeOutcome.HARMLESS);
        ProbeExit silent = judged(Runtime.C, 0, "41\n", "", "42");
        assertThat(silent.outcome()).isEqualTo(ProbeOutcome.SILENT);
        assertThat(silent.message()).isEqualTo("It printed: 41");
        assertThat(judged(Runtime.C, 0, "42\n", "", null).outcome()).isEqualTo(ProbeOutcome.SILENT);
    }

    @Test
    void whatPrintsNothingShowsNothing() {
        ProbeExit end = judged(Runtime.C, 0, "", "", null);
        assertThat(end.outcome()).isEqualTo(ProbeOutcome.FAILED);
        assertThat(end.reason()).contains("without printing anything");
    }

    @Test
    void whatStopsAProgramIsNamed() {
        assertThat(judged(
                        Runtime.RUST, 101, "", "thread 'main' (7) panicked at a.rs:1:2:\nindex out of bounds\n", null))
                .satisfies(end -> assertThat(end.outcome()).isEqualTo(ProbeOutcome.STOPPED))
                .satisfies(end -> assertThat(end.exception()).isEqualTo("panic"));
        assertThat(judged(Runtime.C, 1, "", "=\n==7==ERROR: AddressSanitizer: heap-buffer-overflow on\n", null)
                        .exception())
                .isEqualTo("AddressSanitizer");
        assertThat(judged(Runtime.C, 1, "", "a.c:5:2: runtime error: division by zero\n", null)
                        .exception())
                .isEqualTo("UndefinedBehaviorSanitizer");

        Exit killed = new Exit(Exit.Reason.SIGNALED, null, 11, null, null);
        assertThat(WeaknessEnd.of(ProbeExit.of(Runtime.C, killed, ""), killed, "", null)
                        .exception())
                .isEqualTo("SIGSEGV");
    }

    @Test
    void anotherFailureStaysOne() {
        assertThat(judged(Runtime.C, 1, "", "cannot open the file\n", null).outcome())
                .isEqualTo(ProbeOutcome.FAILED);
    }
}
