package dev.assay.environment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The kinds of processors of a hybrid machine. The same program takes another time on each kind, so its processes must all run on one.
 *
 * @param kinds the fastest first; fewer than two where the processors are alike, or the system does not tell
 */
public record CpuKinds(List<Kind> kinds) {
    private static final String DEVICES = "/sys/devices";
    private static final String CPUS = DEVICES + "/system/cpu";

    /** How Linux calls the kinds of Intel's hybrid processors: each has performance counters of its own. */
    private static final Map<String, String> INTEL = new LinkedHashMap<>();

    static {
        INTEL.put("cpu_core", "performance cores");
        INTEL.put("cpu_atom", "efficiency cores");
        INTEL.put("cpu_lowpower", "low-power cores");
    }

    /**
     * Processors that are alike.
     *
     * @param name what they are called, in the plural
     * @param processors their numbers
     */
    public record Kind(String name, List<Integer> processors) {
        public Kind {
            processors = List.copyOf(processors);
        }
    }

    public CpuKinds {
        kinds = List.copyOf(kinds);
    }

    /** Those of this machine. */
    public static CpuKinds ofThisMachine() {
        return of(new SystemFiles(Path.of("/")));
    }

    static CpuKinds of(SystemFiles files) {
        List<Kind> intel = new ArrayList<>();
        INTEL.forEach((device, name) -> files.read(DEVICES + "/" + device + "/cpus")
                .flatMap(CpuList::parse)
                .ifPresent(processors -> intel.add(new Kind(name, processors))));
        return new CpuKinds(intel.size() > 1 ? intel : byCapacity(files));
    }

    /** Arm's kernels tell how much work a processor does, from 0 to 1024 of the fastest. */
    private static List<Kind> byCapacity(SystemFiles files) {
        Map<Long, List<Integer>> byCapacity = new TreeMap<>(Comparator.reverseOrder());
        for (String name : files.names(CPUS)) {
            Optional<Integer> number = name.matches("cpu[0-9]{1,5}")
                    ? Optional.of(Integer.parseInt(name.substring("cpu".length())))
                    : Optional.empty();
            OptionalLong capacity = ProcNumbers.whole(files.read(CPUS + "/" + name + "/cpu_capacity"));
            if (number.isPresent() && capacity.isPresent()) {
                byCapacity
                        .computeIfAbsent(capacity.getAsLong(), unused -> new ArrayList<>())
                        .add(number.get());
            }
        }
        return byCapacity.entrySet().stream()
                .map(kind -> new Kind(
                        "cores of capacity " + kind.getKey(),
                        kind.getValue().stream().sorted().toList()))
                .toList();
    }

    /** Whether there are several. */
    public boolean hybrid() {
        return kinds.size() > 1;
    }

    /** Whether some processors are of several kinds. */
    public boolean mixes(List<Integer> processors) {
        return kinds.stream()
                        .filter(kind -> kind.processors().stream().anyMatch(processors::contains))
                        .count()
                > 1;
    }

    /** The fastest kind among some processors; none where they are all alike. */
    public List<Integer> fastest(List<Integer> processors) {
        return mixes(processors)
                ? kinds.stream()
                        .map(kind -> kind.processors().stream()
                                .filter(processors::contains)
                                .toList())
                        .filter(kind -> !kind.isEmpty())
                        .findFirst()
                        .orElse(List.of())
                : List.of();
    }

    /** Such as {@code performance cores 0-7, efficiency cores 8-15}. */
    public String describe() {
        return kinds.stream()
                .map(kind -> kind.name() + " " + CpuList.show(kind.processors()))
                .collect(Collectors.joining(", "));
    }
}
