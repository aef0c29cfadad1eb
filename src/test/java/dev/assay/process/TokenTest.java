package dev.assay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TokenTest {
    private static final long LARGEST_PID = 1L << 22;

    @Test
    void itsTextIsReadBackAndAlwaysAsLong() {
        Random random = new Random(20260504);
        for (int i = 0; i < 1000; i++) {
            Token token = new Token(
                    1 + (long) (random.nextDouble() * LARGEST_PID),
                    random.nextLong(1L << 32),
                    random.nextLong(Long.MAX_VALUE) >> random.nextInt(60),
                    random.nextLong());
            assertThat(token.toString()).hasSameSizeAs(Token.own().toString()).isASCII();
            assertThat(Token.parse(token.toString())).contains(token);
        }
        assertThat(Token.parse("")).isEmpty();
        assertThat(Token.parse("12345")).isEmpty();
        assertThat(Token.parse(Token.own() + "x")).isEmpty();
    }

    @Test
    void anOwnerThatLivesHasNotAbandonedIt() {
        assertThat(Token.own().pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(Token.own().abandoned()).isFalse();
    }

    @Test
    void anOwnerIsGoneWhenItsIdIsAnothersOrNobodys() {
        Token own = Token.own();
        assumeThat(Path.of("/proc/self/ns/pid"))
                .as("owners can be looked up where there is a Linux /proc")
                .exists();
        assertThat(new Token(own.pid(), own.namespace(), own.start() - 1, 0).abandoned())
                .isTrue();
        assertThat(new Token(LARGEST_PID + 1, own.namespace(), own.start(), 0).abandoned())
                .isTrue();
    }

    /** Seen from a host, the process of a container has another id. */
    @Test
    void ofAnOwnerInAnotherNamespaceNothingIsKnown() {
        Token own = Token.own();
        assertThat(new Token(LARGEST_PID + 1, own.namespace() + 1, own.start(), 0).abandoned())
                .isFalse();
    }
}
