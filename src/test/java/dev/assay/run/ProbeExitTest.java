package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Runtime;
import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.model.run.Exit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What programs said at their end, recorded from rustc 1.85 and 1.95, CPython 3.9 to 3.14. */
class ProbeExitTest {
    private static Exit exited(int code) {
        return new Exit(Exit.Reason.EXITED, code, null, null, null);
    }

    @ParameterizedTest
    @CsvSource({"thread 'main' panicked at a.rs:8:20:", "thread 'main' (10677) panicked at a.rs:8:20:"})
    void aPanicHasItsMessage(String first) {
        ProbeExit end = ProbeExit.of(
                Runtime.RUST,
                exited(101),
                "before\n" + first + "\nindex out of bounds: the len is 4 but the index is 4\n"
                        + "note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n");

        assertThat(end.outcome()).isEqualTo(ProbeOutcome.PANICS);
        assertThat(end.message()).isEqualTo(first + "\nindex out of bounds: the len is 4 but the index is 4");
        assertThat(end.reason()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "rust, 101, all is lost",
        "rust, 1, thread 'main' panicked at a.rs:8:20:",
        "c, 101, thread 'main' panicked at a.rs:8:20:"
    })
    void whatOnlyLooksLikeAPanicIsNone(Runtime runtime, int code, String said) {
        ProbeExit end = ProbeExit.of(runtime, exited(code), said + "\n");

        assertThat(end.outcome()).isEqualTo(ProbeOutcome.FAILED);
        assertThat(end.reason()).isEqualTo("the program exited with code " + code);
        assertThat(end.message()).isEqualTo(said);
    }

    @Test
    void anExceptionHasItsClass() {
        ProbeExit end = ProbeExit.of(Runtime.PYTHON, exited(1), """
                Traceback (most recent call last):
                  File "/a/out-of-range.py", line 4, in <module>
                    print(VALUES[len(VALUES)])
                          ~~~~~~^^^^^^^^^^^^^
                IndexError: list index out of range
                """);

        assertThat(end.outcome()).isEqualTo(ProbeOutcome.RAISES);
        assertThat(end.exception()).isEqualTo("IndexError");
        assertThat(end.message()).isEqualTo("IndexError: list index out of range");
    }

    @Test
    void theLastExceptionOfAChainCounts() {
        ProbeExit end = ProbeExit.of(Runtime.PYTHON, exited(1), """
                Traceback (most recent call last):
                  File "a.py", line 2, in <module>
                    {}["a"]
                KeyError: 'a'

                During handling of the above exception, another exception occurred:

                Traceback (most recent call last):
                  File "a.py", line 4, in <module>
                    raise package.Trouble("one\\ntwo")
                package.Trouble: one
                two
                """);

        assertThat(end.exception()).isEqualTo("package.Trouble");
        assertThat(end.message()).isEqualTo("package.Trouble: one\ntwo");
    }

    @Test
    void aSyntaxErrorHasNoTraceback() {
        ProbeExit end = ProbeExit.of(Runtime.PYTHON, exited(1), """
                  File "a.py", line 1
                    print(
                         ^
                SyntaxError: '(' was never closed
                """);

        assertThat(end.exception()).isEqualTo("SyntaxError");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"1, no luck", "2, Traceback (most recent call last):", "1, Traceback (most recent call last):"})
    void aPythonProgramThatGivesUpRaisesNothing(int code, @Nullable String said) {
        ProbeExit end = ProbeExit.of(Runtime.PYTHON, exited(code), said + "\n");

        assertThat(end.outcome()).isEqualTo(ProbeOutcome.FAILED);
        assertThat(end.exception()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "SIGNALED,       CRASHED,    the program was killed by signal 11: no room",
        "TIMEOUT,        TIMED_OUT,  the program did not end within 99 ms and was killed",
        "OUTPUT_LIMIT,   OVER_LIMIT, the program wrote more than 99 bytes and was killed",
        "CPU_LIMIT,      OVER_LIMIT, the program used more than 99 ms of CPU time and was killed",
        "MEMORY_LIMIT,   OVER_LIMIT, the program used more than 99 bytes of memory and was killed",
        "PROCESS_LIMIT,  OVER_LIMIT, the program had more than 99 processes at once and was killed",
        "LAUNCH_FAILED,  NOT_RUN,    the program could not be started: no room",
    })
    void whatNeverCameToItsEndHasAReason(Exit.Reason reason, ProbeOutcome outcome, String words) {
        for (Runtime runtime : new Runtime[] {Runtime.RUST, Runtime.PYTHON, Runtime.C}) {
            ProbeExit end = ProbeExit.of(runtime, new Exit(reason, null, 11, 99L, "no room"), "");

            assertThat(end.outcome()).isEqualTo(outcome);
            assertThat(end.outcome().missed()).isTrue();
            assertThat(end.reason()).isEqualTo(words);
        }
    }

    @Test
    void whatAProgramSaysIsCutAndCannotPaintTheTerminal() {
        ProbeExit end = ProbeExit.of(Runtime.C, exited(3), ("\033[31m" + "y".repeat(1000) + "\n").repeat(1000));

        assertThat(end.message()).hasLineCount(12).hasSizeLessThan(2000).doesNotContain("\033");
    }
}
