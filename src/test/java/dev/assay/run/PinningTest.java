package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.run.Command;
import dev.assay.model.run.Trial;
import dev.assay.model.run.TrialId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PinningTest {
    private static Trial trial(String id) {
        return new Trial(TrialId.parse(id), new Command(List.of("/bin/true"), Map.of(), null, null), null, false, null);
    }

    @Test
    void aScalingTrialGetsAsManyProcessorsAsThreads() {
        Pinning pinning = new Pinning(List.of(5, 2, 3), Set.of("threading/cpu-bound"));

        assertThat(pinning.processors(trial("threading/cpu-bound:rust:std@9x1")))
                .containsExactly(5);
        assertThat(pinning.processors(trial("threading/cpu-bound:rust:std@9x2")))
                .containsExactly(5, 2);
        assertThat(pinning.processors(trial("threading/cpu-bound:rust:std@9x3")))
                .containsExactly(5, 2, 3);
    }

    @Test
    void everythingElseGetsAllOfThem() {
        Pinning pinning = new Pinning(List.of(5, 2), Set.of("threading/cpu-bound"));

        assertThat(pinning.processors(trial("numeric/nbody:rust:std@9x1"))).containsExactly(5, 2);
        assertThat(pinning.processors(trial("noise/floor:noop:std@0x1"))).containsExactly(5, 2);
    }

    @Test
    void withoutAListNothingIsPinned() {
        assertThat(Pinning.NONE.processors(trial("numeric/nbody:rust:std@9x1"))).isNull();
    }
}
