package dev.assay.model.run;

import dev.assay.model.Sha256;
import dev.assay.text.Plurals;
import java.nio.charset.StandardCharsets;

/**
 * What makes two machines one kind, whose figures may be compared with each other from day to day: processor, cores and memory. Kernel,
 * container and toolchains are not part of it: they change on one machine, and then a shift begins where they did.
 *
 * @param cpuModel the processor's name
 * @param cores how many logical processors may be used, at least 1
 * @param memoryGib physical memory in whole GiB: what a kernel keeps for itself changes from version to version
 */
public record Fingerprint(String cpuModel, int cores, long memoryGib) {
    private static final double GIB = 1L << 30;
    private static final int DIGITS = 12;

    public Fingerprint {
        if (cores < 1 || memoryGib < 0) {
            throw new IllegalArgumentException("a machine has at least one core and no less than no memory");
        }
    }

    /** The fingerprint of a machine with that many bytes of memory. */
    public static Fingerprint of(String cpuModel, int cores, long memoryBytes) {
        return new Fingerprint(cpuModel, cores, Math.round(memoryBytes / GIB));
    }

    /** The machine in words: {@code Some CPU, 4 logical processors, 16 GiB}. */
    public String describe() {
        return (cpuModel.isBlank() ? "an unknown processor" : cpuModel) + ", " + cores + " logical "
                + Plurals.noun(cores, "processor") + ", " + memoryGib + " GiB";
    }

    /** The hash by which it is known in files: twelve hexadecimal digits. */
    @Override
    public String toString() {
        String kind = cpuModel + "\n" + cores + "\n" + memoryGib;
        return Sha256.hash(kind.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }
}
