package dev.assay.model.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FingerprintTest {
    /** By {@code printf 'Intel(R) Xeon(R) Processor\n2\n24' | sha256sum}. */
    @Test
    void itsHashIsThatOfProcessorCoresAndMemory() {
        Fingerprint fingerprint = Fingerprint.of("Intel(R) Xeon(R) Processor", 2, 25_276_502_016L);
        assertThat(fingerprint.memoryGib()).isEqualTo(24);
        assertThat(fingerprint).hasToString("c15045fa94fe");
    }

    @Test
    void itSaysWhatItIs() {
        assertThat(new Fingerprint("Some CPU", 4, 16).describe()).isEqualTo("Some CPU, 4 logical processors, 16 GiB");
        assertThat(new Fingerprint(" ", 1, 1).describe()).isEqualTo("an unknown processor, 1 logical processor, 1 GiB");
    }

    @Test
    void aMachineHasACore() {
        assertThatThrownBy(() -> new Fingerprint("Some CPU", 0, 16)).isInstanceOf(IllegalArgumentException.class);
    }
}
