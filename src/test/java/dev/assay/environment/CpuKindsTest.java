package dev.assay.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpuKindsTest {
    @TempDir
    private Path root;

    private CpuKinds kinds() {
        return CpuKinds.of(new SystemFiles(root));
    }

    @Test
    void intelsKindsHaveCountersOfTheirOwn() {
        new FakeMachine(root)
                .file("/sys/devices/cpu_core/cpus", "0-3\n")
                .file("/sys/devices/cpu_atom/cpus", "4-11\n")
                .file("/sys/devices/cpu_lowpower/cpus", "12,13\n");

        assertThat(kinds().hybrid()).isTrue();
        assertThat(kinds().describe()).isEqualTo("performance cores 0-3, efficiency cores 4-11, low-power cores 12,13");
        assertThat(kinds().fastest(List.of(2, 3, 4, 5))).containsExactly(2, 3);
        assertThat(kinds().fastest(List.of(12, 4))).containsExactly(4);
    }

    @Test
    void armsKindsHaveCapacitiesOfTheirOwn() {
        FakeMachine machine = new FakeMachine(root);
        List<Integer> capacities = List.of(446, 446, 1024, 1024, 871);
        for (int cpu = 0; cpu < capacities.size(); cpu++) {
            machine.file(FakeMachine.CPU + "/cpu" + cpu + "/cpu_capacity", capacities.get(cpu) + "\n");
        }

        assertThat(kinds().describe())
                .isEqualTo("cores of capacity 1024 2,3, cores of capacity 871 4, cores of capacity 446 0,1");
        assertThat(kinds().fastest(List.of(0, 1, 2, 3, 4))).containsExactly(2, 3);
        assertThat(kinds().mixes(List.of(0, 4))).isTrue();
        assertThat(kinds().mixes(List.of(0, 1))).isFalse();
    }

    @Test
    void processorsThatAreAlikeNeedNoPinning() {
        assertThat(kinds().fastest(List.of(0, 1))).isEmpty();

        FakeMachine machine = new FakeMachine(root)
                .file("/sys/devices/cpu_core/cpus", "0-3\n")
                .file("/sys/devices/system/cpu/cpu0/cpu_capacity", "1024\n")
                .file("/sys/devices/system/cpu/cpu1/cpu_capacity", "1024\n");
        assertThat(kinds().hybrid()).isFalse();

        machine.file("/sys/devices/cpu_atom/cpus", "4-7\n");
        // a container may have been given one kind already
        assertThat(kinds().fastest(List.of(5, 6))).isEmpty();
    }
}
