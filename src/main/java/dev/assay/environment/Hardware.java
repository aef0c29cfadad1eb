package dev.assay.environment;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the machine is made of.
 *
 * @param cpuModel the processor's name
 * @param physicalCores its cores
 * @param logicalProcessors its hardware threads, whether or not this process may use them
 * @param memoryBytes physical memory
 * @param swapUsedBytes how much has been moved to swap
 * @param os the system and its version, and the kernel's
 * @param loadAverage over one minute; null where the system has none
 */
record Hardware(
        String cpuModel,
        int physicalCores,
        int logicalProcessors,
        long memoryBytes,
        long swapUsedBytes,
        String os,
        @Nullable Double loadAverage) {

    /** Reads Linux's files. Where one is missing, as on another system, Java's own view of the machine has to do. */
    static Hardware read(SystemFiles files) {
        List<String> processors = files.read("/proc/cpuinfo").stream()
                .flatMap(text -> Stream.of(text.split("\n\\s*\n")))
                .filter(block -> field("processor", block).isPresent())
                .toList();
        int logical = processors.isEmpty() ? Runtime.getRuntime().availableProcessors() : processors.size();
        String memory = files.read("/proc/meminfo").orElse("");
        OperatingSystemMXBean java = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Hardware(
                processors.stream()
                        .flatMap(block -> field("model name", block).stream())
                        .findFirst()
                        .orElseGet(() -> System.getProperty("os.arch")),
                physicalCores(files, logical),
                logical,
                bytes("MemTotal", memory).orElseGet(java::getTotalMemorySize),
                Math.max(
                        0,
                        bytes("SwapTotal", memory).orElse(0)
                                - bytes("SwapFree", memory).orElse(0)),
                os(files.read("/etc/os-release").orElse("")),
                load(files, java));
    }

    /** A core is a pair of numbers: its package and its own in there. */
    private static int physicalCores(SystemFiles files, int logical) {
        String folder = "/sys/devices/system/cpu";
        long cores = files.names(folder).stream()
                .filter(name -> name.matches("cpu[0-9]+"))
                .map(name -> folder + "/" + name + "/topology/")
                .flatMap(topology -> files.read(topology + "core_id").stream()
                        .map(core ->
                                files.read(topology + "physical_package_id").orElse("0") + ":" + core))
                .distinct()
                .count();
        return cores == 0 ? logical : (int) cores;
    }

    private static @Nullable Double load(SystemFiles files, OperatingSystemMXBean java) {
        OptionalDouble load =
                ProcNumbers.decimal(files.read("/proc/loadavg").map(text -> text.replaceFirst("\\s.*", "")));
        double value = load.orElseGet(java::getSystemLoadAverage);
        return value < 0 ? null : value;
    }

    private static String os(String release) {
        String kernel = System.getProperty("os.name") + " " + System.getProperty("os.version");
        return assigned("NAME", release)
                .map(name -> (name + " " + assigned("VERSION_ID", release).orElse("")).strip() + " (" + kernel + ")")
                .orElse(kernel);
    }

    /** The value in a line of {@code name="value"}, with or without quotes. */
    private static Optional<String> assigned(String name, String lines) {
        return lines.lines()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1)
                        .replaceAll("^([\"'])(.*)\\1$", "$2")
                        .strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** The value in a line of {@code name : value}. */
    private static Optional<String> field(String name, String lines) {
        return lines.lines()
                .filter(line -> line.matches(name + "\\s*:.*"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static OptionalLong bytes(String name, String memory) {
        OptionalLong kib = ProcNumbers.whole(field(name, memory).map(value -> value.replaceFirst(" kB$", "")));
        return kib.isPresent() ? OptionalLong.of(kib.getAsLong() * 1024) : kib;
    }
}
