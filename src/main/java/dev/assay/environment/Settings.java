package dev.assay.environment;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the system's files say of settings that change figures. Words for readers; {@code unknown} where the system does not tell. */
final class Settings {
    static final String UNKNOWN = "unknown";
    static final String NONE = "none";

    private static final String CPUS = "/sys/devices/system/cpu";
    private static final Pattern CHOSEN = Pattern.compile("\\[([a-z]+)]");

    private final SystemFiles files;

    Settings(SystemFiles files) {
        this.files = files;
    }

    /** The frequency governor of the processors; several when they differ. */
    String governor() {
        String governors = files.names(CPUS).stream()
                .filter(name -> name.matches("cpu[0-9]+"))
                .flatMap(name -> files.read(CPUS + "/" + name + "/cpufreq/scaling_governor").stream())
                .distinct()
                .collect(Collectors.joining(", "));
        return governors.isEmpty() ? UNKNOWN : governors;
    }

    /** Whether the processor may run above its nominal frequency for a while. */
    String turbo() {
        Optional<String> intel =
                files.read(CPUS + "/intel_pstate/no_turbo").map(value -> value.equals("0") ? "on" : "off");
        return intel.or(() -> files.read(CPUS + "/cpufreq/boost").map(value -> value.equals("1") ? "on" : "off"))
                .orElse(UNKNOWN);
    }

    /** Whether hardware threads share cores. */
    String simultaneousThreads() {
        return files.read(CPUS + "/smt/active")
                .map(value -> value.equals("1") ? "on" : "off")
                .orElse(UNKNOWN);
    }

    /** {@code always}, {@code madvise} or {@code never}. */
    String hugePages() {
        return files.read("/sys/kernel/mm/transparent_hugepage/enabled")
                .map(CHOSEN::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .orElse(UNKNOWN);
    }

    /** Whether addresses are laid out at random. */
    String addressRandomisation() {
        return files.read("/proc/sys/kernel/randomize_va_space")
                .map(value -> switch (value) {
                    case "0" -> "off";
                    case "1" -> "on, without the heap";
                    default -> "on";
                })
                .orElse(UNKNOWN);
    }

    /** The container that this runs in, as far as it can be seen from within. */
    String container() {
        if (files.exists("/.dockerenv")) {
            return "Docker";
        }
        if (files.exists("/run/.containerenv")) {
            return "Podman";
        }
        Optional<String> named = files.read("/run/systemd/container").filter(name -> !name.isEmpty());
        return named.or(() -> files.read("/proc/self/cgroup").flatMap(Settings::byGroup))
                .orElse(NONE);
    }

    /** The virtual machine that this runs in, as far as it can be seen from within. */
    String virtualMachine() {
        boolean hypervisor = files.read("/proc/cpuinfo")
                .map(text -> text.lines().anyMatch(Settings::flagsNameAHypervisor))
                .orElse(false);
        if (!hypervisor) {
            return files.exists("/proc/cpuinfo") ? NONE : UNKNOWN;
        }
        String maker = files.read("/sys/class/dmi/id/sys_vendor").orElse("");
        String product = files.read("/sys/class/dmi/id/product_name").orElse("");
        String name = (maker + " " + product).strip();
        return name.isEmpty() ? "yes" : name;
    }

    private static boolean flagsNameAHypervisor(String line) {
        return line.startsWith("flags") && List.of(line.split("\\s+", -1)).contains("hypervisor");
    }

    private static Optional<String> byGroup(String groups) {
        return List.of("kubepods", "docker", "lxc").stream()
                .filter(groups::contains)
                .findFirst();
    }
}
