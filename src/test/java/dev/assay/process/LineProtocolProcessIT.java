package dev.assay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real processes. The time limits only end a test that hangs. */
@Timeout(60)
class LineProtocolProcessIT {
    @TempDir
    Path folder;

    @Test
    void talksLineByLine() {
        try (LineProtocolProcess cat = start("/bin/cat")) {
            cat.send("grüße");
            assertThat(cat.receive()).isEqualTo("grüße");
            cat.send("");
            assertThat(cat.receive()).isEmpty();
            assertThat(cat.alive()).isTrue();
            assertThat(ProcessHandle.of(cat.pid())).isPresent();
        }
    }

    @Test
    void passesLongLinesWhole() {
        String line = "x".repeat(300_000);
        try (LineProtocolProcess cat = start("/bin/cat")) {
            cat.send(line);
            assertThat(cat.receive()).isEqualTo(line);
        }
    }

    @Test
    void endsTheChildByEndingItsInput() {
        LineProtocolProcess cat = start("/bin/sh", "-c", "cat; echo bye");
        cat.close();

        assertThat(cat.alive()).isFalse();
        assertThat(cat.receive()).isEqualTo("bye");
        assertThat(cat.receive()).isNull();
        assertThat(cat.receive()).isNull();
    }

    @Test
    void givesEveryLineOfAChildThatEnded() {
        try (LineProtocolProcess child = start("/bin/sh", "-c", "seq 1 5000; echo oops >&2; exit 7")) {
            for (int i = 1; i <= 5000; i++) {
                assertThat(child.receive()).isEqualTo(Integer.toString(i));
            }
            assertThat(child.receive()).isNull();
        }
    }

    @Test
    void doesNotWaitLongerThanItIsTold() throws TimeoutException {
        LineProtocolProcess cat = start("/bin/cat");
        assertThatThrownBy(() -> cat.receive(Duration.ZERO)).isInstanceOf(TimeoutException.class);
        cat.send("late");
        assertThat(cat.receive(ChronoUnit.FOREVER.getDuration())).isEqualTo("late");
        cat.close();
        assertThat(cat.receive(Duration.ZERO)).isNull();
        assertThat(cat.receive(Duration.ZERO)).isNull();
    }

    @Test
    void isNotBlockedByAChildWithManyErrors() {
        try (LineProtocolProcess child = start("/bin/sh", "-c", "seq 1 200000 >&2; cat")) {
            child.send("still there?");
            assertThat(child.receive()).isEqualTo("still there?");
        }
    }

    @Test
    void hasTheEndOfTheErrorsOnceClosed() {
        LineProtocolProcess child = start("/bin/sh", "-c", "cat; seq 1 20000 >&2");
        child.close();

        assertThat(child.errors()).endsWith("19999\n20000\n");
    }

    @Test
    void killsAChildThatDoesNotListenWithItsTree() throws IOException {
        LineProtocolProcess child = startHasty("/bin/sh", "-c", "sleep 1000 & echo $!; wait");
        long grandchild = Long.parseLong(String.valueOf(child.receive()));
        child.close();

        assertThat(child.alive()).isFalse();
        assertThat(ProcessState.ended(grandchild)).isTrue();
        assertThat(child.receive()).isNull();
    }

    @Test
    void canBeClosedWhileAnotherThreadSendsToAChildThatDoesNotRead() {
        LineProtocolProcess child = startHasty("/bin/sleep", "1000");
        CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> child.send("x".repeat(10_000_000)));
        child.close();

        assertThat(child.alive()).isFalse();
        assertThatThrownBy(sender::join).hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void canBeClosedWhileAnotherThreadReceives() {
        LineProtocolProcess cat = start("/bin/cat");
        CompletableFuture<Boolean> receiver = CompletableFuture.supplyAsync(() -> cat.receive() == null);
        cat.close();
        cat.close();

        assertThat(receiver.join()).isTrue();
    }

    @Test
    void saysThatTheChildNoLongerListens() {
        try (LineProtocolProcess child = start("/bin/sh", "-c", "exit 0")) {
            assertThat(child.receive()).isNull();
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 1_000_000; i++) {
                            child.send("anyone?");
                        }
                    })
                    .isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void saysThatTheProgramIsMissing() {
        assertThatThrownBy(() -> start("/nowhere/meter"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("/nowhere/meter");
    }

    /** With a short time to end in, for a child that will not. */
    private LineProtocolProcess startHasty(String... argv) {
        return LineProtocolProcess.start(
                List.of(argv), Map.of("PATH", "/usr/bin:/bin"), folder, Duration.ofMillis(100));
    }

    private LineProtocolProcess start(String... argv) {
        return LineProtocolProcess.start(List.of(argv), Map.of("PATH", "/usr/bin:/bin"), folder);
    }
}
