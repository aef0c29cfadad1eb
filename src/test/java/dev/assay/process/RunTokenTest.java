package dev.assay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunTokenTest {
    private static final long LARGEST_PID = 1L << 22;

    @Test
    void itsTextIsReadBackAndAlwaysAsLong() {
        Random random = new Random(20260504);
        for (int i = 0; i < 1000; i++) {
            RunToken token = new RunToken(
                    1 + (long) (random.nextDouble() * LARGEST_PID),
                    random.nextLong(1L << 32),
                    random.nextLong(Long.MAX_VALUE) >> random.nextInt(60),
                    random.nextLong());
            assertThat(token.toString())
                    .hasSameSizeAs(RunToken.own().toString())
                    .isASCII();
            assertThat(RunToken.parse(token.toString())).contains(token);
        }
        assertThat(RunToken.parse("")).isEmpty();
        assertThat(RunToken.parse("12345")).isEmpty();
        assertThat(RunToken.parse(RunToken.own() + "x")).isEmpty();
    }

    @Test
    void anOwnerThatLivesHasNotAbandonedIt() {
        assertThat(RunToken.own().pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(RunToken.own().abandoned()).isFalse();
    }

    @Test
    void anOwnerIsGoneWhenItsIdIsAnothersOrNobodys() {
        RunToken own = RunToken.own();
        assumeThat(Path.of("/proc/self/ns/pid"))
                .as("owners can be looked up where there is a Linux /proc")
                .exists();
        assertThat(new RunToken(own.pid(), own.namespace(), own.start() - 1, 0).abandoned())
                .isTrue();
        assertThat(new RunToken(LARGEST_PID + 1, own.namespace(), own.start(), 0).abandoned())
                .isTrue();
    }

    /** Seen from a host, the process of a container has another id. */
    @Test
    void ofAnOwnerInAnotherNamespaceNothingIsKnown() {
        RunToken own = RunToken.own();
        assertThat(new RunToken(LARGEST_PID + 1, own.namespace() + 1, own.start(), 0).abandoned())
                .isFalse();
    }
}
