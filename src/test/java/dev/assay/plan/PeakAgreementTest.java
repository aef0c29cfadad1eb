package dev.assay.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Examples;
import dev.assay.FiguresBuilder;
import dev.assay.model.run.PeakQuality;
import dev.assay.model.run.ProcessMeasurements;
import dev.assay.model.run.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeakAgreementTest {
    private static final long MIB = 1 << 20;
    private static final long KIB = 1 << 10;

    @ParameterizedTest
    @CsvSource({
        // 256 KiB, whatever the meter says
        "0, 0, true",
        "262144, 0, true",
        "262145, 0, false",
        "262145, 65536, false",
        "786432, 786432, true",
        "786433, 786432, false",
    })
    void exactPeaksAgreeWithinTheirLargestQuantum(long apart, long quantum, boolean agree) {
        assertThat(PeakAgreement.isReached(
                        List.of(exact(10 * MIB, 0), exact(10 * MIB + apart, quantum), exact(10 * MIB + apart / 2, 0))))
                .isEqualTo(agree);
    }

    @ParameterizedTest
    @CsvSource({
        "RUSAGE, 10, 256, true",
        "RUSAGE, 10, 257, false",
        // one percent of 100 MiB is 1024 KiB
        "RUSAGE, 100, 1030, true",
        "RUSAGE, 100, 1040, false",
        "PARTIAL, 10, 256, true",
        "PARTIAL, 10, 257, false",
        "EXACT, 100, 1030, true",
        "EXACT, 100, 1040, false",
    })
    void peaksNeedOnlyComeNear(PeakQuality quality, long mib, long apartKib, boolean agree) {
        Sample first =
                sample(new FiguresBuilder().peak((double) mib * MIB, quality).build());
        Sample second = sample(new FiguresBuilder()
                .peak((double) (mib * MIB + apartKib * KIB), quality)
                .build());
        assertThat(PeakAgreement.isReached(List.of(first, second))).isEqualTo(agree);
        assertThat(PeakAgreement.isReached(List.of(second, first))).isEqualTo(agree);
    }

    @Test
    void oneSampleAndSamplesWithoutAPeakAgree() {
        assertThat(PeakAgreement.isReached(List.of(exact(MIB, 0)))).isTrue();
        assertThat(PeakAgreement.isReached(List.of(exact(MIB, 0), sample(ProcessMeasurements.NONE))))
                .isTrue();
        assertThat(PeakAgreement.isReached(List.of())).isTrue();
    }

    private static Sample exact(long bytes, long quantum) {
        return sample(new FiguresBuilder()
                .peak((double) bytes, PeakQuality.EXACT)
                .quantum(quantum)
                .build());
    }

    private static Sample sample(ProcessMeasurements figures) {
        return Examples.followed("numeric/a:rust:std@10x1", 1, figures);
    }
}
