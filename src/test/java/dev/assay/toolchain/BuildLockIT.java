package dev.assay.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.process.LineProtocolProcess;
import dev.assay.toolchain.host.BuildListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The time limit only ends a test that hangs. */
@Timeout(60)
class BuildLockIT {
    private static final String HOLD =
            "import fcntl, sys; f = open(sys.argv[1], 'w'); fcntl.lockf(f, fcntl.LOCK_EX); print('held', flush=True); sys.stdin.read()";

    @TempDir
    Path folder;

    @Test
    void waitsForAnotherProcess() {
        List<String> steps = new ArrayList<>();
        Path file = folder.resolve("build.lock");
        try (LineProtocolProcess other = LineProtocolProcess.start(
                List.of(FakeTools.installed("python3").toString(), "-c", HOLD, file.toString()),
                System.getenv(),
                folder)) {
            assertThat(other.receive()).isEqualTo("held");
            boolean freed = BuildLock.holding(folder, letGoOf(other, steps), () -> !other.alive());

            assertThat(freed).isTrue();
            assertThat(steps).containsExactly("waiting for another build to finish");
        }
    }

    @Test
    void isFreeAgainAfterwards() {
        BuildListener nobody = letGoOf(null, new ArrayList<>());
        List<String> work = new ArrayList<>();
        BuildLock.holding(folder.resolve("new"), nobody, () -> work.add("one"));
        BuildLock.holding(folder.resolve("new"), nobody, () -> work.add("two"));

        assertThat(work).containsExactly("one", "two");
    }

    private static BuildListener letGoOf(@Nullable LineProtocolProcess other, List<String> steps) {
        return new BuildListener() {
            @Override
            public void step(String what) {
                steps.add(what);
                if (other != null) {
                    other.close();
                }
            }

            @Override
            public void detail(String line) {
                throw new AssertionError(line);
            }
        };
    }
}
