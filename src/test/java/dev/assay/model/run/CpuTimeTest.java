package dev.assay.model.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CpuTimeTest {
    private static @Nullable Long totalNs(
            @Nullable Long userNs, @Nullable Long taskClockNs, @Nullable Boolean cpuComplete) {
        return new CpuTime(userNs, 100L, taskClockNs, cpuComplete).totalNs();
    }

    @Test
    void cpuTimeIsUserAndSystemTimeWhileTheseAreNotKnownToMissSomebody() {
        assertThat(totalNs(300L, null, null)).isEqualTo(400);
        assertThat(totalNs(300L, 350L, true)).isEqualTo(400);
        assertThat(totalNs(300L, 350L, null)).isEqualTo(400);
    }

    @Test
    void cpuTimeIsTheTaskClockWhereChildrenWereNeverWaitedFor() {
        assertThat(totalNs(300L, 900L, false)).isEqualTo(900);
    }

    @Test
    void incompleteCpuTimeIsBetterThanNoneWhereThereIsNoClock() {
        assertThat(totalNs(300L, null, false)).isEqualTo(400);
    }

    @Test
    void whatHasNoTimesHasNoCpuTime() {
        assertThat(totalNs(null, null, null)).isNull();
        assertThat(CpuTime.NONE.totalNs()).isNull();
    }
}
