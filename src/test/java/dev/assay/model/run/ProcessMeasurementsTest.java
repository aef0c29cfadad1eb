package dev.assay.model.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProcessMeasurementsTest {
    private static ProcessMeasurements figures(
            @Nullable Long userNs, @Nullable Long taskClockNs, @Nullable Boolean cpuComplete) {
        return new ProcessMeasurements(
                500L,
                userNs,
                100L,
                taskClockNs,
                cpuComplete,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of());
    }

    @Test
    void cpuTimeIsUserAndSystemTimeWhileTheseAreNotKnownToMissSomebody() {
        assertThat(figures(300L, null, null).cpuNs()).isEqualTo(400);
        assertThat(figures(300L, 350L, true).cpuNs()).isEqualTo(400);
        assertThat(figures(300L, 350L, null).cpuNs()).isEqualTo(400);
    }

    @Test
    void cpuTimeIsTheTaskClockWhereChildrenWereNeverWaitedFor() {
        assertThat(figures(300L, 900L, false).cpuNs()).isEqualTo(900);
    }

    @Test
    void incompleteCpuTimeIsBetterThanNoneWhereThereIsNoClock() {
        assertThat(figures(300L, null, false).cpuNs()).isEqualTo(400);
    }

    @Test
    void whatHasNoTimesHasNoCpuTime() {
        assertThat(figures(null, null, null).cpuNs()).isNull();
        assertThat(ProcessMeasurements.NONE.cpuNs()).isNull();
    }
}
