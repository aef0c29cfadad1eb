package dev.assay.model.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.Probes;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.ProbeOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Memory per element from peaks. */
class MemoryGrowthTest {
    @Test
    void whatAProgramAlwaysTakesDoesNotCount() {
        ProbeResult small = Probes.growth("map", Runtime.RUST, "std", 10_000, 18_000, 26_000);
        ProbeResult large = Probes.growth("map", Runtime.PYTHON, "std", 9_010_000, 9_018_000, 9_026_000);

        assertThat(MemoryGrowth.of(List.of(small, large))).allSatisfy(growth -> {
            assertThat(growth.structure()).isEqualTo("growth/map");
            assertThat(growth.bytes()).isEqualTo(8);
            assertThat(growth.standardError()).isZero();
            assertThat(growth.degreesOfFreedom()).isEqualTo(1);
        });
    }

    /** By scipy.stats.linregress([1000, 2000, 3000, 4000], [1000, 4000, 4000, 8000]): slope 2.1, stderr 0.51962. */
    @Test
    void theErrorIsHowFarThePeaksLieFromTheLine() {
        MemoryGrowth growth = MemoryGrowth.of(List.of(Probes.growth("map", Runtime.C, "std", 1000, 4000, 4000, 8000)))
                .get(0);

        assertThat(growth.bytes()).isCloseTo(2.1, within(1e-12));
        assertThat(growth.standardError()).isCloseTo(0.5196152423, within(1e-9));
    }

    @Test
    void otherProbesHaveNone() {
        assertThat(MemoryGrowth.of(
                        List.of(Probes.result(Probes.memory("safety/leak", ProbeOutcome.LEAKS), ProbeOutcome.LEAKS))))
                .isEmpty();
    }
}
