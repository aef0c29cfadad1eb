package dev.assay.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TailTest {
    @Test
    void keepsAllThatFits() {
        Tail tail = new Tail(4096);
        write(tail, "ä".repeat(1000));
        write(tail, "b".repeat(2000));

        assertThat(tail.text()).isEqualTo("ä".repeat(1000) + "b".repeat(2000));
        assertThat(tail.truncated()).isFalse();
    }

    @Test
    void keepsTheEndOfWhatDoesNotFit() {
        Tail tail = new Tail(2048);
        for (int i = 0; i < 1000; i++) {
            write(tail, String.format("%07d ", i));
        }

        assertThat(tail.text()).hasSize(2048).startsWith("0000744 ").endsWith("0000999 ");
        assertThat(tail.truncated()).isTrue();
    }

    @Test
    void keepsTheEndOfOnePieceThatIsTooLong() {
        Tail tail = new Tail(2048);
        write(tail, "x".repeat(5000) + "end");

        assertThat(tail.text()).hasSize(2048).endsWith("xend");
    }

    @Test
    void leavesOutACharacterThatWasCutInTwo() {
        Tail tail = new Tail(2048);
        write(tail, "ä".repeat(1500) + "b");

        assertThat(tail.text()).isEqualTo("ä".repeat(1023) + "b");
    }

    private static void write(Tail tail, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        tail.write(bytes, bytes.length);
    }
}
