package dev.assay.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenFilesTest {
    private static final OpenFiles RAISED = new OpenFiles(4096, 4096);

    private static long given(OpenFiles own, @Nullable OpenFiles parents) {
        return OpenFiles.given(own, parents);
    }

    @Test
    void theLimitsOfAProcessAreReadAsTheSystemWritesThem() {
        String limits = """
                Limit                     Soft Limit           Hard Limit           Units
                Max processes             127000               127000               processes
                Max open files            1024                 524288               files
                """;
        assertThat(OpenFiles.parse(limits)).isEqualTo(new OpenFiles(1024, 524_288));
        assertThat(OpenFiles.parse(limits.replace("524288", "unlimited")))
                .isEqualTo(new OpenFiles(1024, Long.MAX_VALUE));
        assertThat(OpenFiles.parse("")).isNull();
    }

    @Test
    void whatAShellHasItGivesToItsPrograms() {
        assertThat(given(RAISED, new OpenFiles(256, 4096))).isEqualTo(256);
        assertThat(given(RAISED, RAISED)).isEqualTo(4096);
    }

    /** {@code (ulimit -n 4096; exec java ..)}: the shell that set both is gone. */
    @Test
    void aLowerHardLimitWasSetTogetherWithTheSoftOne() {
        assertThat(given(RAISED, new OpenFiles(1024, 524_288))).isEqualTo(4096);
    }

    @Test
    void aLimitThatTheJvmHasNotRaisedIsTheOneThatWasGiven() {
        assertThat(given(new OpenFiles(512, 4096), new OpenFiles(256, 4096))).isEqualTo(512);
    }

    @Test
    void withoutAParentItIsTheUsualOne() {
        assertThat(given(RAISED, null)).isEqualTo(1024);
        assertThat(given(new OpenFiles(100, 100), null)).isEqualTo(100);
    }
}
