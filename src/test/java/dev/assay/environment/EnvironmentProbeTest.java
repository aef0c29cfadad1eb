package dev.assay.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Environment;
import dev.assay.model.Warning;
import dev.assay.process.CommandRunner;
import dev.assay.process.Finished;
import dev.assay.process.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentProbeTest {
    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");
    private static final long GIB = 1L << 30;
    private static final String CPU = "/sys/devices/system/cpu";

    @TempDir
    Path root;

    @Test
    void tellsWhatTheSystemSays() throws IOException {
        file(CPU + "/cpu0/cpufreq/scaling_governor", "performance\n");
        file(CPU + "/cpu1/cpufreq/scaling_governor", "performance\n");
        file(CPU + "/cpufreq/boost", "1\n");
        file(CPU + "/smt/active", "0\n");
        file("/sys/kernel/mm/transparent_hugepage/enabled", "always [madvise] never\n");
        file("/proc/sys/kernel/randomize_va_space", "2\n");
        file("/proc/cpuinfo", "flags\t\t: fpu vme\n");
        file("/proc/stat", "cpu  100 0 100 700 0 0 95 5 50 0\ncpu0 1 2\n");
        Environment environment = probe(machine(0.1, 0)).take("before");

        assertThat(environment.at()).isEqualTo(NOW);
        assertThat(environment.cpuModel()).isEqualTo("Fast CPU");
        assertThat(environment.loadAverage()).isEqualTo(0.1);
        assertThat(environment.warnings()).isEmpty();
        assertThat(environment.facts())
                .containsEntry("frequency governor", "performance")
                .containsEntry("turbo", "on")
                .containsEntry("simultaneous threads", "off")
                .containsEntry("transparent huge pages", "madvise")
                .containsEntry("address randomisation", "on")
                .containsEntry("virtual machine", "none")
                .containsEntry("container", "none")
                .containsEntry("CPU quota", "none")
                .containsEntry("stolen time", "0.50 %")
                .containsEntry("swap in use", "0 MiB")
                .containsEntry("C library", "glibc 9.9");
    }

    @Test
    void saysUnknownWhereNothingIsTold() {
        Environment environment = probe(machine(null, 0)).take("before");

        assertThat(environment.loadAverage()).isNull();
        assertThat(environment.warnings()).isEmpty();
        assertThat(environment.facts())
                .containsEntry("frequency governor", "unknown")
                .containsEntry("turbo", "unknown")
                .containsEntry("virtual machine", "unknown")
                .containsEntry("stolen time", "unknown");
    }

    @Test
    void warnsOfLoadOnlyBeforeTheRun() {
        EnvironmentProbe probe = probe(machine(1000.0, 0));

        assertThat(codes(probe.take("before"))).containsExactly("load");
        assertThat(codes(probe.take("after"))).isEmpty();
    }

    @Test
    void warnsOfSwapInUse() {
        Environment environment = probe(machine(0.0, 5 << 20)).take("before");

        assertThat(codes(environment)).containsExactly("swap");
        assertThat(environment.warnings().get(0).message()).startsWith("5 MiB");
    }

    @Test
    void warnsOfAGovernorThatFollowsTheLoad() throws IOException {
        file(CPU + "/cpu0/cpufreq/scaling_governor", "powersave");

        assertThat(codes(probe(machine(0.0, 0)).take("before"))).containsExactly("governor");
    }

    @Test
    void countsStolenTimeFromOneLookToTheNext() throws IOException {
        EnvironmentProbe probe = probe(machine(0.0, 0));
        file("/proc/stat", "cpu  100 0 0 900 0 0 0 0 0 0");
        assertThat(codes(probe.take("before"))).isEmpty();
        file("/proc/stat", "cpu  150 0 0 945 0 0 0 5 0 0");
        Environment after = probe.take("after");

        assertThat(codes(after)).containsExactly("steal");
        assertThat(after.facts()).containsEntry("stolen time", "5.00 %");
    }

    @Test
    void warnsOfAVirtualMachine() throws IOException {
        file("/proc/cpuinfo", "processor: 0\nflags\t\t: fpu hypervisor vme\n");
        file("/sys/class/dmi/id/sys_vendor", "QEMU\n");
        file("/.dockerenv", "");
        Environment environment = probe(machine(0.0, 0)).take("before");

        assertThat(codes(environment)).containsExactly("virtual-machine");
        assertThat(environment.facts()).containsEntry("virtual machine", "QEMU").containsEntry("container", "Docker");
    }

    @Test
    void findsTheStrictestQuotaOfTheGroupsAbove() throws IOException {
        file("/proc/self/cgroup", "0::/user/session\n");
        file("/sys/fs/cgroup/user/session/cpu.max", "max 100000\n");
        file("/sys/fs/cgroup/user/cpu.max", "150000 100000\n");
        file("/sys/fs/cgroup/cpu.max", "400000 100000\n");
        Environment environment = probe(machine(0.0, 0)).take("before");

        assertThat(environment.facts()).containsEntry("CPU quota", "1.50 processors");
        assertThat(codes(environment)).containsExactly("quota");
    }

    @Test
    void findsTheQuotaOfOldControlGroups() throws IOException {
        file("/proc/self/cgroup", "4:memory:/x\n1:cpu,cpuacct:/x\n0::/\n");
        file("/sys/fs/cgroup/cpu,cpuacct/x/cpu.cfs_quota_us", "800000\n");
        file("/sys/fs/cgroup/cpu,cpuacct/x/cpu.cfs_period_us", "100000\n");
        file("/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", "-1\n");
        file("/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us", "100000\n");
        Environment environment = probe(machine(0.0, 0)).take("before");

        assertThat(environment.facts()).containsEntry("CPU quota", "8.00 processors");
        assertThat(codes(environment)).as("a quota of all eight processors").isEmpty();
    }

    @Test
    void recognisesOneKindOfMachineByItsFingerprint() {
        String one = probe(new Hardware("A", 4, 8, 16 * GIB, 0, "Linux", 0.0))
                .take("before")
                .fingerprint();
        String again = probe(new Hardware("A", 4, 8, 16 * GIB - 12_345_678, 7, "Linux 2", 3.0))
                .take("after")
                .fingerprint();
        String otherCpu = probe(new Hardware("B", 4, 8, 16 * GIB, 0, "Linux", 0.0))
                .take("before")
                .fingerprint();
        String otherMemory = probe(new Hardware("A", 4, 8, 32 * GIB, 0, "Linux", 0.0))
                .take("before")
                .fingerprint();

        assertThat(again).isEqualTo(one).hasSize(12);
        assertThat(otherCpu).isNotEqualTo(one);
        assertThat(otherMemory).isNotEqualTo(one);
    }

    private static Hardware machine(@Nullable Double load, long swapUsedBytes) {
        return new Hardware("Fast CPU", 4, 8, 16 * GIB, swapUsedBytes, "Linux 6.1", load);
    }

    private EnvironmentProbe probe(Hardware machine) {
        CommandRunner getconf = new CommandRunner() {
            @Override
            public Finished run(Invocation invocation) {
                return Finished.exited(0, "glibc 9.9\n", "");
            }
        };
        return new EnvironmentProbe(new SystemFiles(root), () -> machine, getconf, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static List<String> codes(Environment environment) {
        return environment.warnings().stream().map(Warning::code).toList();
    }

    private void file(String path, String text) throws IOException {
        Path file = root.resolve(path.substring(1));
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
