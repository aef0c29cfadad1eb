package dev.assay.environment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the system's files say of settings that change figures. Words for readers; {@code unknown} where the system does not tell. */
final class SystemSettings {
    static final String UNKNOWN = "unknown";
    static final String NONE = "none";
    static final String MAINS = "mains";
    static final String BATTERY = "battery";

    private static final String CPUS = "/sys/devices/system/cpu";
    private static final String SUPPLIES = "/sys/class/power_supply";
    private static final Pattern CHOSEN = Pattern.compile("\\[([a-z]+)]");
    private static final Pattern PRESSURE = Pattern.compile("(?m)^some .*avg60=([0-9.]+)");

    /** How firmware names machines that are none; Amazon's real ones are called metal. */
    private static final Pattern VIRTUAL = Pattern.compile(
            "QEMU|KVM|Virtual|VMware|VirtualBox|Xen|Bochs|BHYVE|Parallels|OpenStack|Google Compute Engine|Amazon EC2(?!.*metal)",
            Pattern.CASE_INSENSITIVE);

    private final SystemFiles files;

    SystemSettings(SystemFiles files) {
        this.files = files;
    }

    /** The frequency governor of the processors; several when they differ. */
    String governor() {
        return ofProcessors("cpufreq/scaling_governor");
    }

    /** What carries out the governor's will. */
    String frequencyDriver() {
        return ofProcessors("cpufreq/scaling_driver");
    }

    private String ofProcessors(String file) {
        String values = files.names(CPUS).stream()
                .filter(name -> name.matches("cpu[0-9]+"))
                .flatMap(name -> files.read(CPUS + "/" + name + "/" + file).stream())
                .distinct()
                .collect(Collectors.joining(", "));
        return values.isEmpty() ? UNKNOWN : values;
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

    /** Who may read performance counters: the lower, the more (-1 to 2; some distributions know 3 and 4, nobody). */
    String perfEvents() {
        return files.read("/proc/sys/kernel/perf_event_paranoid").orElse(UNKNOWN);
    }

    /** Who may trace processes: 0 anybody, 1 a parent its children, 2 administrators, 3 nobody; {@code none} without the Yama module. */
    String tracing() {
        return files.read("/proc/sys/kernel/yama/ptrace_scope")
                .orElse(files.exists("/proc/sys/kernel") ? NONE : UNKNOWN);
    }

    /** Where the kernel's clock comes from. */
    String clockSource() {
        return files.read("/sys/devices/system/clocksource/clocksource0/current_clocksource")
                .orElse(UNKNOWN);
    }

    /** The processors that this process may use, such as {@code 0-3,8}. */
    String allowedProcessors() {
        return status("Cpus_allowed_list").orElse(UNKNOWN);
    }

    /** How much memory can be had without swapping, in bytes. */
    OptionalLong availableBytes() {
        return files.read("/proc/meminfo").stream()
                .flatMap(text -> text.lines())
                .filter(line -> line.startsWith("MemAvailable:"))
                .flatMapToLong(line -> ProcNumbers.whole(Optional.of(line.replaceAll("[^0-9]", ""))).stream())
                .map(kib -> kib * 1024)
                .findFirst();
    }

    /** For how much of the last minute a program that could have run had to wait for a processor, in percent. */
    OptionalDouble pressure() {
        Matcher matcher = PRESSURE.matcher(files.read("/proc/pressure/cpu").orElse(""));
        return matcher.find() ? ProcNumbers.decimal(Optional.of(matcher.group(1))) : OptionalDouble.empty();
    }

    /** {@code mains}, {@code battery} or unknown; a machine without a battery often tells nothing. */
    String power() {
        List<String> supplies = files.names(SUPPLIES);
        boolean mains =
                supplies.stream().anyMatch(name -> supply(name, "online").equals("1"));
        boolean draining = supplies.stream()
                .anyMatch(name -> supply(name, "type").equals("Battery")
                        && !supply(name, "scope").equals("Device")
                        && supply(name, "status").equals("Discharging"));
        if (mains) {
            return MAINS;
        }
        return draining ? BATTERY : UNKNOWN;
    }

    private String supply(String name, String property) {
        return files.read(SUPPLIES + "/" + name + "/" + property).orElse("");
    }

    private Optional<String> status(String name) {
        return files.read("/proc/self/status").stream()
                .flatMap(text -> text.lines())
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
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
        return named.or(() -> files.read("/proc/self/cgroup").flatMap(SystemSettings::byGroup))
                .orElse(NONE);
    }

    /**
     * The virtual machine that this runs in, as far as it can be seen from within. Processors of x86 tell whether there is one. Of others the
     * firmware may tell, and where it does not, nothing is known.
     */
    String virtualMachine() {
        String maker = files.read("/sys/class/dmi/id/sys_vendor").orElse("");
        String product = files.read("/sys/class/dmi/id/product_name").orElse("");
        String name = (maker + " " + product).strip();
        Optional<String> flags = files.read("/proc/cpuinfo").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("flags"))
                .findFirst();
        if (flags.isPresent()) {
            boolean hypervisor = List.of(flags.get().split("\\s+", -1)).contains("hypervisor");
            return hypervisor ? (name.isEmpty() ? "yes" : name) : NONE;
        }
        if (VIRTUAL.matcher(name).find()) {
            return name;
        }
        return files.read("/sys/hypervisor/type")
                .or(() -> files.read("/proc/device-tree/hypervisor/compatible"))
                .map(type -> type.replace("\0", " ").strip())
                .filter(type -> !type.isEmpty())
                .orElse(UNKNOWN);
    }

    private static Optional<String> byGroup(String groups) {
        return List.of("kubepods", "docker", "lxc").stream()
                .filter(groups::contains)
                .findFirst();
    }
}
