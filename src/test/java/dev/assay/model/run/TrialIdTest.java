package dev.assay.model.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Runtime;
import org.junit.jupiter.api.Test;

class TrialIdTest {
    @Test
    void trialIdsSurviveTheirText() {
        TrialId id = new TrialId("numeric/a", Runtime.RUST, "std", 10, 1);
        assertThat(id).hasToString("numeric/a:rust:std@10x1");
        assertThat(TrialId.parse(id.toString())).isEqualTo(id);
    }
}
