package dev.assay.app.request;

import dev.assay.environment.CpuKinds;
import dev.assay.environment.CpuList;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.Warning;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The processors that programs can be given.
 *
 * @param count how many Java counts
 * @param allowed their numbers
 * @param kinds which of them are alike
 */
public record Processors(int count, List<Integer> allowed, CpuKinds kinds) {
    /** Those of this machine. */
    public static Processors ofThisMachine() {
        return new Processors(Runtime.getRuntime().availableProcessors(), CpuList.allowed(), CpuKinds.ofThisMachine());
    }

    /**
     * Makes sure that there are such processors.
     *
     * @throws Usage if one is not allowed here, or named twice
     */
    void check(List<Integer> asked) {
        String option = RunOptions.CPUS + "=" + ValueParser.formatProcessors(asked);
        Set<Integer> seen = new HashSet<>();
        for (int number : asked) {
            if (!allowed.contains(number)) {
                throw new Usage(option + ": processor " + number + " does not exist or is not allowed. Allowed here: "
                        + CpuList.show(allowed) + ".");
            }
            if (!seen.add(number)) {
                throw new Usage(option + " names processor " + number + " twice: name each once.");
            }
        }
    }

    /** Says whether the processors that a request chose are of several kinds. */
    public List<Warning> findWarnings(RunRequest request) {
        List<Integer> chosen = request.get(RunOptions.CPUS, List.of());
        return kinds.mixes(chosen.isEmpty() ? allowed : chosen)
                ? List.of(Warning.grave(
                        "mixed-processors",
                        request.show(RunOptions.CPUS) + " includes processors of several kinds (" + kinds.describe()
                                + "), so a ratio may compare processors, not programs",
                        "choose processors of one kind, or omit " + RunOptions.CPUS))
                : List.of();
    }
}
