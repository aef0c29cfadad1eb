package dev.assay.environment;

import static dev.assay.environment.FakeMachine.CPU;
import static dev.assay.environment.FakeMachine.codes;
import static dev.assay.environment.FakeMachine.grave;
import static dev.assay.environment.FakeMachine.hardware;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.run.Environment;
import dev.assay.model.run.SnapshotPhase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a machine from one look to the next. */
class ActivityWarningsTest {
    @TempDir
    private Path root;

    private FakeMachine machine = new FakeMachine(Path.of(""));
    private MachineInspector probe = machine.probe();

    @BeforeEach
    void makeAMachine() {
        machine = new FakeMachine(root);
        probe = machine.probe();
    }

    private Environment after() {
        return probe.take(SnapshotPhase.AFTER);
    }

    private void before() {
        assertThat(codes(probe.take(SnapshotPhase.BEFORE))).isEmpty();
    }

    @Test
    void stolenTimeIsCountedFromOneLookToTheNext() {
        machine.ticks(100, 900, 0);
        before();
        machine.ticks(105, 990, 5);
        Environment after = after();

        assertThat(grave(after)).containsExactly("steal");
        assertThat(after.facts()).containsEntry("stolen time", "5.00 %");
    }

    @Test
    void aTickStolenDuringTheFirstGlanceIsNotAnAlarm() {
        machine.ticks(1000, 9000, 1).meanwhile(() -> machine.ticks(1000, 9048, 2));
        before();
    }

    @Test
    void whatOthersUseIsAllThatWeDidNot() {
        machine.ticks(0, 0, 0)
                .process(machine.self(), 1, "java", 10, 100)
                .process(4001, machine.self(), "meter", 5, 1000)
                .process(4002, 1, "idle (one)", 50, 0)
                .process(4003, 1, "noisy", 50, 0);
        before();
        // of 200 ticks of two processors: 10 + 60 ours, through the meter's programs, 30 the neighbor's, 25 of
        // somebody unseen
        machine.ticks(125, 75, 0)
                .process(machine.self(), 1, "java", 20, 100)
                .process(4001, machine.self(), "meter", 5, 1060)
                .process(4003, 1, "noisy", 80, 0);
        Environment after = after();

        assertThat(after.facts())
                .containsEntry("used by others", "0.55 processors")
                .containsEntry("busiest of them", "noisy, 0.30 processors");
        assertThat(grave(after)).containsExactly("busy");
        assertThat(after.warnings().get(0).message())
                .isEqualTo("other programs used 0.55 processors during the run, most of it noisy");
    }

    @Test
    void aNeighborIsSeenDuringTheFirstGlance() {
        machine.is(hardware(9.0, 0))
                .ticks(0, 0, 0)
                .process(50, 1, "cc1plus", 0, 0)
                .process(51, 1, "cc1plus", 0, 0)
                .meanwhile(() ->
                        machine.ticks(50, 0, 0).process(50, 1, "cc1plus", 25, 0).process(51, 1, "cc1plus", 25, 0));
        Environment environment = probe.take(SnapshotPhase.BEFORE);

        assertThat(environment.facts()).containsEntry("busiest of them", "cc1plus, 2.00 processors");
        assertThat(grave(environment)).containsExactly("load");
        assertThat(environment.warnings().get(0).message()).endsWith("most of it cc1plus");
    }

    @Test
    void aProcessThatTookTheNumberOfAnotherDidNotUseItsTime() {
        machine.ticks(0, 0, 0).process(60, 1, "old", 90, 0);
        before();
        machine.ticks(2, 198, 0)
                .file("/proc/60/stat", "60 (new) S 1 0 0 0 -1 0 9 9 0 0 2 0 0 0 20 0 1 0 99 4096 9 1\n");

        assertThat(after().facts()).containsEntry("busiest of them", "new, 0.02 processors");
    }

    @Test
    void heatAndQuotaThatSlowedTheRunDown() {
        machine.file("/proc/self/cgroup", "0::/a\n")
                .file("/sys/fs/cgroup/a/cpu.stat", "usage_usec 1\nnr_throttled 7\nthrottled_usec 1000\n")
                .file(CPU + "/cpu0/thermal_throttle/core_throttle_count", "4")
                .file(CPU + "/cpu0/thermal_throttle/package_throttle_count", "9")
                .file(CPU + "/cpu1/thermal_throttle/core_throttle_count", "0")
                .file(CPU + "/cpu1/thermal_throttle/package_throttle_count", "9");
        before();
        machine.file("/sys/fs/cgroup/a/cpu.stat", "usage_usec 1\nnr_throttled 8\nthrottled_usec 26000\n")
                .file(CPU + "/cpu1/thermal_throttle/core_throttle_count", "2")
                .file(CPU + "/cpu0/thermal_throttle/package_throttle_count", "10")
                .file(CPU + "/cpu1/thermal_throttle/package_throttle_count", "10");
        Environment after = after();

        assertThat(grave(after)).containsExactly("throttled", "quota-throttled");
        assertThat(after.facts())
                .containsEntry("slowed down by heat", "3 times")
                .containsEntry("stopped by CPU quota", "once");
        assertThat(after.warnings().get(1).message()).endsWith("once, for 25 ms in total");
    }

    @Test
    void oldControlGroupsCountInNanoseconds() {
        machine.file("/proc/self/cgroup", "1:cpu,cpuacct:/\n0::/\n")
                .file("/sys/fs/cgroup/cpu,cpuacct/cpu.stat", "nr_throttled 0\nthrottled_time 0\n");
        before();
        machine.file("/sys/fs/cgroup/cpu,cpuacct/cpu.stat", "nr_throttled 3\nthrottled_time 40000000\n");

        assertThat(after().warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.message()).endsWith("3 times, for 40 ms in total"));
    }

    @Test
    void memoryThatWasSwapped() {
        machine.file("/proc/vmstat", "pswpin 5\npswpout 100\n");
        before();
        machine.file("/proc/vmstat", "pswpin 5\npswpout 130\n");
        Environment after = after();

        assertThat(grave(after)).containsExactly("swapping");
        assertThat(after.facts()).containsEntry("swap activity", "0 pages in, 30 out");
    }

    @Test
    void aGovernorThatWasChanged() {
        String file = CPU + "/cpu0/cpufreq/scaling_governor";
        machine.file(file, "performance");
        before();
        machine.file(file, "userspace");
        Environment after = after();

        assertThat(grave(after)).containsExactly("governor-changed");
        assertThat(after.warnings().get(0).message())
                .contains("was performance")
                .contains("is userspace");
    }

    @Test
    void aMachineThatSlept() {
        machine.file("/proc/uptime", "100.00 55.55\n");
        before();
        machine.file("/proc/uptime", "160.50 60.00\n").awake(60);
        assertThat(codes(after())).isEmpty();
        machine.file("/proc/uptime", "3760.50 60.00\n").awake(10);

        assertThat(after().warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("suspended");
            assertThat(warning.message()).contains("3590 s");
        });
    }

    @Test
    void anotherMeterIsAnotherRunUnlessItIsOurs() {
        machine.process(machine.self(), 1, "java", 0, 0)
                .process(70, machine.self(), "meter", 0, 0)
                .file("/proc/70/cmdline", "/a/target/meter/release/meter\0")
                .process(71, 1, "meter", 0, 0)
                .file("/proc/71/cmdline", "/usr/bin/meter\0--gas\0");
        before();
        machine.process(72, 1, "meter", 0, 0).file("/proc/72/cmdline", "/b/target/meter/release/meter\0");

        assertThat(after().warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("another-run");
            assertThat(warning.message()).contains("process 72");
        });
    }
}
