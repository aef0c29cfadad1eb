package dev.assay.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HardwareTest {
    @TempDir
    private Path root;

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void core(int cpu, int socket, int core) throws IOException {
        write("sys/devices/system/cpu/cpu" + cpu + "/topology/core_id", core + "\n");
        write("sys/devices/system/cpu/cpu" + cpu + "/topology/physical_package_id", socket + "\n");
    }

    @Test
    void twoSocketsWithTwoThreadsPerCore() throws IOException {
        StringBuilder cpuinfo = new StringBuilder();
        for (int cpu = 0; cpu < 4; cpu++) {
            cpuinfo.append("processor\t: ").append(cpu).append("\nmodel name\t: AMD EPYC 7763\nflags\t\t: fpu vme\n\n");
            core(cpu, cpu % 2, 0);
        }
        write("proc/cpuinfo", cpuinfo.toString());
        write(
                "proc/meminfo",
                "MemTotal:       16384000 kB\nMemFree:          100 kB\nSwapTotal:       2048 kB\nSwapFree:        1024 kB\n");
        write("proc/loadavg", "0.52 0.58 0.59 1/467 12345\n");
        write(
                "etc/os-release",
                "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nNAME=\"Debian GNU/Linux\"\nVERSION_ID=\"12\"\n");

        String kernel = System.getProperty("os.name") + " " + System.getProperty("os.version");
        assertThat(Hardware.read(new SystemFiles(root)))
                .isEqualTo(new Hardware(
                        "AMD EPYC 7763",
                        2,
                        4,
                        16_384_000L * 1024,
                        1024L * 1024,
                        "Debian GNU/Linux 12 (" + kernel + ")",
                        0.52));
    }

    /** Arm's kernels give the processor no name, and some distributions have no version. */
    @Test
    void aMachineWithoutNames() throws IOException {
        write(
                "proc/cpuinfo",
                "processor\t: 0\nBogoMIPS\t: 50.00\nCPU part\t: 0xd0c\n\nprocessor\t: 1\nCPU part\t: 0xd0c\n");
        write("etc/os-release", "NAME=Arch\n");
        Hardware hardware = Hardware.read(new SystemFiles(root));

        assertThat(hardware.cpuModel()).isEqualTo(System.getProperty("os.arch"));
        assertThat(hardware.logicalProcessors()).isEqualTo(2);
        assertThat(hardware.physicalCores()).isEqualTo(2);
        assertThat(hardware.os()).startsWith("Arch (");
    }

    @Test
    void withoutTheFilesOfLinuxJavaTells() {
        Hardware hardware = Hardware.read(new SystemFiles(root));

        assertThat(hardware.logicalProcessors()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(hardware.memoryBytes()).isPositive();
        assertThat(hardware.os()).isEqualTo(System.getProperty("os.name") + " " + System.getProperty("os.version"));
    }

    @Test
    void thisMachineHasTheProcessorsThatTheKernelHasOnline() {
        SystemFiles files = new SystemFiles(Path.of("/"));
        List<Integer> online = CpuList.parse(
                        files.read("/sys/devices/system/cpu/online").orElseThrow())
                .orElseThrow();

        assertThat(Hardware.read(files).logicalProcessors()).isEqualTo(online.size());
    }
}
