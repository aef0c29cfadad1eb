package dev.assay.environment;

import static dev.assay.environment.FakeMachine.CPU;
import static dev.assay.environment.FakeMachine.GIB;
import static dev.assay.environment.FakeMachine.codes;
import static dev.assay.environment.FakeMachine.grave;
import static dev.assay.environment.FakeMachine.hardware;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.run.Environment;
import dev.assay.model.run.Fingerprint;
import dev.assay.model.run.SnapshotPhase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The machine as it stands. */
class MachineInspectorTest {
    @TempDir
    private Path root;

    private FakeMachine machine = new FakeMachine(Path.of(""));

    @BeforeEach
    void makeAMachine() {
        machine = new FakeMachine(root);
    }

    private Environment before() {
        return machine.probe().take(SnapshotPhase.BEFORE);
    }

    @Test
    void tellsWhatTheSystemSays() {
        machine.is(hardware(0.1, 0))
                .file(CPU + "/cpu0/cpufreq/scaling_governor", "performance\n")
                .file(CPU + "/cpu1/cpufreq/scaling_governor", "performance\n")
                .file(CPU + "/cpu1/cpufreq/scaling_driver", "intel_pstate\n")
                .file(CPU + "/cpufreq/boost", "0\n")
                .file(CPU + "/smt/active", "0\n")
                .file("/sys/kernel/mm/transparent_hugepage/enabled", "always [madvise] never\n")
                .file("/proc/sys/kernel/randomize_va_space", "2\n")
                .file("/proc/sys/kernel/perf_event_paranoid", "2\n")
                .file("/proc/sys/kernel/yama/ptrace_scope", "1\n")
                .file("/proc/cpuinfo", "flags\t\t: fpu vme\n")
                .file("/proc/self/status", "Name:\tjava\nCpus_allowed:\tff\nCpus_allowed_list:\t0-7\n")
                .file("/proc/meminfo", "MemTotal: 16 kB\nMemAvailable:    3145728 kB\n")
                .file("/proc/pressure/cpu", "some avg10=9.00 avg60=1.25 avg300=0.00 total=1\nfull avg60=7.00\n")
                .file("/proc/vmstat", "pswpin 3\npswpout 4\n")
                .file("/sys/devices/system/clocksource/clocksource0/current_clocksource", "tsc\n")
                .file("/sys/class/power_supply/AC/online", "1\n")
                .file("/proc/stat", "cpu  100 0 100 700 0 0 95 5 50 0\ncpu0 1 2\n");
        Environment environment = before();

        assertThat(environment.at()).isEqualTo(FakeMachine.NOW);
        assertThat(environment.phase()).isEqualTo(SnapshotPhase.BEFORE);
        assertThat(environment.cpuModel()).isEqualTo("Fast CPU");
        assertThat(environment.loadAverage()).isEqualTo(0.1);
        assertThat(environment.warnings()).isEmpty();
        assertThat(environment.facts())
                .containsEntry("frequency governor", "performance")
                .containsEntry("frequency driver", "intel_pstate")
                .containsEntry("turbo", "off")
                .containsEntry("power", "mains")
                .containsEntry("clock source", "tsc")
                .containsEntry("allowed processors", "0-7")
                .containsEntry("simultaneous threads", "off")
                .containsEntry("transparent huge pages", "madvise")
                .containsEntry("address randomisation", "on")
                .containsEntry("perf_event_paranoid", "2")
                .containsEntry("ptrace_scope", "1")
                .containsEntry("virtual machine", "none")
                .containsEntry("container", "none")
                .containsEntry("CPU quota", "none")
                .containsEntry("memory limit", "none")
                .containsEntry("available memory", "3.00 GiB")
                .containsEntry("stolen time", "0.50 %")
                .containsEntry("swap in use", "0 MiB")
                .containsEntry("swap activity", "0 pages in, 0 out")
                .containsEntry("waiting for processors", "1.3 % of a minute")
                .containsEntry("allocator variables", "none")
                .containsEntry("C library", "glibc 9.9");
    }

    @Test
    void saysUnknownWhereNothingIsTold() {
        Environment environment = machine.is(hardware(null, 0)).probe().take(SnapshotPhase.BEFORE);

        assertThat(environment.loadAverage()).isNull();
        assertThat(environment.warnings()).isEmpty();
        for (String fact : new String[] {
            "frequency governor",
            "frequency driver",
            "turbo",
            "power",
            "clock source",
            "allowed processors",
            "virtual machine",
            "available memory",
            "stolen time",
            "swap activity",
            "slowed down by heat",
            "stopped by CPU quota",
            "used by others",
            "busiest of them",
            "waiting for processors",
            "transparent huge pages",
            "perf_event_paranoid",
            "ptrace_scope"
        }) {
            assertThat(environment.facts()).containsEntry(fact, "unknown");
        }
    }

    @Test
    void aKernelWithoutYamaRestrictsNoTracer() {
        machine.file("/proc/sys/kernel/ostype", "Linux\n");

        assertThat(before().facts()).containsEntry("ptrace_scope", "none");
    }

    @Test
    void warnsOfLoadOnlyBeforeTheRun() {
        MachineInspector probe = machine.is(hardware(1000.0, 0)).probe();

        assertThat(grave(probe.take(SnapshotPhase.BEFORE))).containsExactly("load");
        assertThat(codes(probe.take(SnapshotPhase.AFTER))).isEmpty();
    }

    @Test
    void hintsAtSwapInUse() {
        Environment environment = machine.is(hardware(0.0, 5 << 20)).probe().take(SnapshotPhase.BEFORE);

        assertThat(codes(environment)).containsExactly("swap");
        assertThat(grave(environment)).isEmpty();
        assertThat(environment.warnings().get(0).message()).startsWith("5 MiB");
    }

    @ParameterizedTest
    @CsvSource({
        "powersave, acpi-cpufreq, grave",
        "ondemand, acpi-cpufreq, grave",
        "powersave, intel_pstate, hint",
        "powersave, amd-pstate-epp, hint",
        "schedutil, cppc_cpufreq, hint"
    })
    void aGovernorThatFollowsTheLoadMisleadsUnlessItIsSwift(String governor, String driver, String severity) {
        machine.file(CPU + "/cpu0/cpufreq/scaling_governor", governor)
                .file(CPU + "/cpu0/cpufreq/scaling_driver", driver);

        assertThat(before().warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("governor");
            assertThat(warning.severity()).hasToString(severity);
            assertThat(warning.remedy()).contains("cpupower");
        });
    }

    @Test
    void hintsAtWhatTheSystemCouldDoBetter() {
        machine.file(CPU + "/intel_pstate/no_turbo", "0")
                .file(CPU + "/cpu0/cpufreq/scaling_driver", "intel_pstate")
                .file(CPU + "/smt/active", "1")
                .file("/sys/kernel/mm/transparent_hugepage/enabled", "[always] madvise never")
                .file("/proc/sys/kernel/randomize_va_space", "0")
                .file("/sys/devices/system/clocksource/clocksource0/current_clocksource", "hpet")
                .file("/proc/meminfo", "MemAvailable: 1000 kB\n")
                .variable("LD_PRELOAD", "/lib/libjemalloc.so")
                .variable("LD_AUDIT", "/lib/audit.so")
                .variable("MALLOC_ARENA_MAX", "1");
        Environment environment = before();

        assertThat(codes(environment))
                .containsExactlyInAnyOrder("turbo", "smt", "huge-pages", "aslr", "clock", "little-memory", "allocator");
        assertThat(grave(environment)).isEmpty();
        assertThat(environment.warnings())
                .anySatisfy(warning -> assertThat(warning.remedy()).contains("intel_pstate/no_turbo"));
        assertThat(environment.facts()).containsEntry("allocator variables", "LD_AUDIT LD_PRELOAD MALLOC_ARENA_MAX");
    }

    @Test
    void aBatteryMisleads() {
        machine.file("/sys/class/power_supply/BAT0/type", "Battery")
                .file("/sys/class/power_supply/BAT0/status", "Discharging")
                .file("/sys/class/power_supply/AC/online", "0");

        assertThat(grave(before())).containsExactly("battery");
        machine.file("/sys/class/power_supply/AC/online", "1");
        assertThat(codes(before())).isEmpty();
    }

    @Test
    void aMousesBatteryIsNotTheMachines() {
        machine.file("/sys/class/power_supply/hidpp/type", "Battery")
                .file("/sys/class/power_supply/hidpp/scope", "Device")
                .file("/sys/class/power_supply/hidpp/status", "Discharging");

        assertThat(before().facts()).containsEntry("power", "unknown");
    }

    @Test
    void hintsAtAVirtualMachine() {
        machine.file("/proc/cpuinfo", "processor: 0\nflags\t\t: fpu hypervisor vme\n")
                .file("/sys/class/dmi/id/sys_vendor", "QEMU\n")
                .file("/.dockerenv", "");
        Environment environment = before();

        assertThat(codes(environment)).containsExactly("virtual-machine");
        assertThat(grave(environment)).isEmpty();
        assertThat(environment.facts()).containsEntry("virtual machine", "QEMU").containsEntry("container", "Docker");
    }

    /** Only x86 has a flag for it. */
    @Test
    void processorsWithoutFlagsSayNothingOfAVirtualMachineAndTheFirmwareMay() {
        machine.file("/proc/cpuinfo", "processor\t: 0\nFeatures\t: fp asimd evtstrm\n");
        assertThat(before().facts()).containsEntry("virtual machine", "unknown");

        machine.file("/sys/class/dmi/id/sys_vendor", "Ampere(R)\n");
        assertThat(before().facts()).containsEntry("virtual machine", "unknown");

        machine.file("/proc/device-tree/hypervisor/compatible", "linux,kvm\0");
        assertThat(before().facts()).containsEntry("virtual machine", "linux,kvm");

        machine.file("/sys/class/dmi/id/sys_vendor", "Amazon EC2\n")
                .file("/sys/class/dmi/id/product_name", "m7g.large\n");
        assertThat(before().facts()).containsEntry("virtual machine", "Amazon EC2 m7g.large");
    }

    @Test
    void processorsOfSeveralKindsAreSaid() {
        machine.file("/sys/devices/cpu_core/cpus", "0-3\n").file("/sys/devices/cpu_atom/cpus", "4-7\n");
        Environment environment = before();

        assertThat(codes(environment)).containsExactly("hybrid");
        assertThat(grave(environment)).isEmpty();
        assertThat(environment.facts())
                .containsEntry("kinds of processors", "performance cores 0-3, efficiency cores 4-7");
    }

    @Test
    void findsTheStrictestLimitsOfTheGroupsAbove() {
        machine.file("/proc/self/cgroup", "0::/user/session\n")
                .file("/sys/fs/cgroup/user/session/cpu.max", "max 100000\n")
                .file("/sys/fs/cgroup/user/cpu.max", "150000 100000\n")
                .file("/sys/fs/cgroup/cpu.max", "400000 100000\n")
                .file("/sys/fs/cgroup/user/session/memory.max", "max\n")
                .file("/sys/fs/cgroup/user/memory.max", "2147483648\n");
        Environment environment = before();

        assertThat(environment.facts())
                .containsEntry("CPU quota", "1.50 processors")
                .containsEntry("memory limit", "2.00 GiB");
        assertThat(grave(environment)).containsExactly("quota");
    }

    @Test
    void findsTheLimitsOfOldControlGroups() {
        machine.file("/proc/self/cgroup", "4:memory:/x\n1:cpu,cpuacct:/x\n0::/\n")
                .file("/sys/fs/cgroup/cpu,cpuacct/x/cpu.cfs_quota_us", "800000\n")
                .file("/sys/fs/cgroup/cpu,cpuacct/x/cpu.cfs_period_us", "100000\n")
                .file("/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", "-1\n")
                .file("/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us", "100000\n")
                .file("/sys/fs/cgroup/memory/x/memory.limit_in_bytes", "9223372036854771712\n")
                .file("/sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
        Environment environment = before();

        assertThat(environment.facts())
                .containsEntry("CPU quota", "8.00 processors")
                .containsEntry("memory limit", "none");
        assertThat(codes(environment)).as("a quota of all eight processors").isEmpty();
    }

    @Test
    void recognizesOneKindOfMachineByItsFingerprint() {
        Fingerprint one = fingerprint(new Hardware("A", 4, 8, 16 * GIB, 0, "Linux", 0.0));
        Fingerprint again = fingerprint(new Hardware("A", 4, 8, 16 * GIB - 12_345_678, 7, "Linux 2", 3.0));
        Fingerprint otherCpu = fingerprint(new Hardware("B", 4, 8, 16 * GIB, 0, "Linux", 0.0));
        Fingerprint otherMemory = fingerprint(new Hardware("A", 4, 8, 32 * GIB, 0, "Linux", 0.0));

        assertThat(again).isEqualTo(one);
        assertThat(otherCpu).isNotEqualTo(one);
        assertThat(otherMemory).isNotEqualTo(one);
    }

    private Fingerprint fingerprint(Hardware hardware) {
        return machine.is(hardware).probe().take(SnapshotPhase.AFTER).fingerprint();
    }
}
