package dev.assay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that have lost their parents. The time limit only ends a test that hangs. */
@Timeout(120)
class OrphanReaperIT {
    private static final RunToken OWN = RunToken.own();

    /** The same owner, another run: so that tests which run beside one another do not sweep each other's processes. */
    private final RunToken token = new RunToken(OWN.pid(), OWN.namespace(), OWN.start(), System.nanoTime());

    @TempDir
    private Path folder;

    @BeforeEach
    void onlyWhereThereIsSomethingToLookAt() {
        assumeThat(Path.of("/proc/self/environ"))
                .as("a sweep looks at a Linux /proc")
                .exists();
    }

    /** Starts a shell that detaches processes and ends; each writes its id into a file of its own once it runs. */
    private void start(RunToken mark, String script) {
        CommandResult finished = new CommandRunner()
                .run(new Invocation(
                        List.of("/bin/sh", "-c", script),
                        Map.of(RunToken.VARIABLE, mark.toString(), "PATH", "/usr/bin:/bin", "OTHER", "x"),
                        folder,
                        Duration.ofSeconds(30)));
        assertThat(finished.ok()).as(finished.stderr()).isTrue();
    }

    private static String detached(String name) {
        return "setsid sh -c 'echo $$ > " + name + ".new; mv " + name + ".new " + name
                + "; exec sleep 1000' </dev/null >/dev/null 2>&1 & ";
    }

    private long pid(String name) throws IOException {
        Path file = folder.resolve(name);
        while (!Files.exists(file)) {
            Thread.onSpinWait();
        }
        return Long.parseLong(Files.readString(file).strip());
    }

    @Test
    void whatCarriesTheTokenIsEndedAndNothingElse() throws IOException {
        RunToken others = new RunToken(OWN.pid(), OWN.namespace(), OWN.start(), ~token.distinction());
        start(token, detached("a") + detached("b"));
        start(others, detached("c"));
        long a = pid("a");
        long b = pid("b");
        long c = pid("c");
        OrphanReaper.Swept swept = OrphanReaper.of(token);
        assertThat(swept.ended()).isEqualTo(2);
        assertThat(swept.left()).isEmpty();
        assertThat(swept.describe()).isEqualTo("2 processes were killed");
        assertThat(ProcessState.ended(a)).isTrue();
        assertThat(ProcessState.ended(b)).isTrue();
        assertThat(ProcessHandle.of(c)).isPresent();
        assertThat(OrphanReaper.of(token).nothing()).isTrue();
        assertThat(OrphanReaper.of(others).ended()).isEqualTo(1);
        assertThat(ProcessState.ended(c)).isTrue();
    }

    /** While one list is worked off, there are others already. */
    @Test
    void whatStartsOthersAllTheTimeDoesNotOutrunTheSweep() throws IOException {
        start(
                token,
                "for i in 1 2 3 4; do setsid sh -c 'echo $$ > p'$i'.new; mv p'$i'.new p'$i'; while :; do sleep 0.01 & wait; done'"
                        + " </dev/null >/dev/null 2>&1 & done");
        long[] pids = {pid("p1"), pid("p2"), pid("p3"), pid("p4")};
        OrphanReaper.Swept swept = OrphanReaper.of(token);
        assertThat(swept.left()).isEmpty();
        assertThat(swept.ended()).isGreaterThanOrEqualTo(4);
        for (long pid : pids) {
            assertThat(ProcessState.ended(pid)).isTrue();
        }
        assertThat(OrphanReaper.of(token).nothing()).isTrue();
    }

    @Test
    void whatAnOwnerThatIsGoneHasLeftIsEnded() throws IOException {
        RunToken gone = new RunToken(OWN.pid(), OWN.namespace(), OWN.start() - 1, token.distinction());
        start(gone, detached("orphan"));
        start(token, detached("looked-after"));
        long orphan = pid("orphan");
        long lookedAfter = pid("looked-after");
        assertThat(OrphanReaper.ofTheAbandoned().ended()).isGreaterThanOrEqualTo(1);
        assertThat(ProcessState.ended(orphan)).isTrue();
        assertThat(ProcessHandle.of(lookedAfter)).isPresent();
        OrphanReaper.of(token);
        assertThat(ProcessState.ended(lookedAfter)).isTrue();
    }

    /** The limit of what a sweep can reach, so that nobody takes it for more than it is. */
    @Test
    void whatHasThrownItsEnvironmentAwayIsNotFound() throws IOException {
        start(
                token,
                "env -i /bin/sh -c 'echo $$ > free.new; mv free.new free; exec /bin/sleep 1000' </dev/null >/dev/null 2>&1 &");
        long free = pid("free");
        assertThat(OrphanReaper.of(token).nothing()).isTrue();
        assertThat(ProcessHandle.of(free).map(ProcessHandle::destroyForcibly)).contains(true);
        assertThat(ProcessState.ended(free)).isTrue();
    }
}
