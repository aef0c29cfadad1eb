package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.run.Exit;
import dev.assay.model.run.Sample;
import dev.assay.text.PrintableText;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the sample of a hostile program must say. */
final class Verdicts {
    private Verdicts() {}

    /** The program may be odd, but its result is right and it ended well. */
    static Consumer<Sample> right() {
        return sample -> {
            assertThat(sample.problem()).isNull();
            assertThat(sample.outputOk()).isTrue();
            assertThat(exit(sample).ok()).isTrue();
        };
    }

    /** It ended so; a null code or signal is a matter of luck, but there is always one of the two. */
    static Consumer<Sample> ended(Exit.Reason reason, @Nullable Integer code, @Nullable Integer signal) {
        return sample -> {
            Exit exit = exit(sample);
            assertThat(exit.reason()).as(sample.problem()).isEqualTo(reason);
            assertThat(exit.code() == null).as("either a code or a signal").isNotEqualTo(exit.signal() == null);
            if (code != null) {
                assertThat(exit.code()).isEqualTo(code);
            }
            if (signal != null) {
                assertThat(exit.signal()).isEqualTo(signal);
            }
            assertThat(sample.problem()).startsWith(PrintableText.start(exit.describe(), Integer.MAX_VALUE));
            assertThat(sample.outputOk()).isNull();
        };
    }

    /** It never ran: the system's error number, and the message in words. */
    static Consumer<Sample> notStarted(int errno, String words) {
        return ended(Exit.Reason.LAUNCH_FAILED, errno, null).andThen(sample -> {
            assertThat(sample.problem()).contains(words);
            assertThat(sample.figures().memory().peakBytes()).isNull();
        });
    }

    /** It ended well, but its output is wrong, in these words. */
    static Consumer<Sample> wrong(String words) {
        return sample -> {
            assertThat(exit(sample).ok()).isTrue();
            assertThat(sample.outputOk()).isFalse();
            assertThat(sample.problem()).contains(words);
        };
    }

    /** Something else is wrong with it, in these words. */
    static Consumer<Sample> problem(String words) {
        return sample -> assertThat(sample.problem()).contains(words);
    }

    /** By the task clock, which misses nobody, it used less CPU time than that; nothing is known where the machine has no such clock. */
    static Consumer<Sample> cpuBelow(long limitNs) {
        return sample -> {
            Long clockNs = sample.figures().cpu().taskClockNs();
            assertThat(clockNs == null ? 0 : clockNs).isLessThan(limitNs);
        };
    }

    /** The meter did not live to tell. */
    static Consumer<Sample> lost() {
        return sample -> {
            assertThat(sample.lost()).isTrue();
            assertThat(sample.problem()).contains("meter").contains("the sample is invalid");
            assertThat(sample.figures().wallNs()).isNull();
            assertThat(sample.figures().memory().peakBytes()).isNull();
        };
    }

    private static Exit exit(Sample sample) {
        Exit exit = sample.exit();
        if (exit == null) {
            throw new AssertionError("the sample was lost: " + sample.problem());
        }
        return exit;
    }
}
