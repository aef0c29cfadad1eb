package dev.assay.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Examples;
import dev.assay.fixture.RunBuilder;
import dev.assay.model.run.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoiseCheckupTest {
    private static Sample start(String variant, boolean warmup, long wallNs) {
        return Examples.sample("noise/start:python:" + variant + "@0x1", 1, warmup, wallNs);
    }

    private static NoiseCheckup checkup(Sample... starts) {
        return new NoiseCheckup(new RunBuilder().build(), List.of(starts));
    }

    @Test
    void aStartThatIsMostlyItsPackagesMisleads() {
        NoiseCheckup checkup = checkup(
                start("site", true, 900_000_000),
                start("site", false, 34_000_000),
                start("site", false, 35_000_000),
                start("site", false, 36_000_000),
                start("bare", false, 9_000_000));

        assertThat(checkup.slowStart()).hasValueSatisfying(warning -> {
            assertThat(warning.misleads()).isTrue();
            assertThat(warning.message()).startsWith("Python takes 35.0 ms to start, and 9.00 ms without");
        });
    }

    @Test
    void aStartThatIsHardlyLongerDoesNot() {
        assertThat(checkup(start("site", false, 13_600_000), start("bare", false, 9_300_000))
                        .slowStart())
                .isEmpty();
    }

    @Test
    void withoutAPythonNothingIsKnown() {
        assertThat(checkup().startsMeasured()).isFalse();
        assertThat(checkup().slowStart()).isEmpty();
    }
}
