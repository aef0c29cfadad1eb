package dev.assay.environment;

import java.util.OptionalLong;

/** How much memory control groups allow this process, in bytes. */
final class MemoryLimit {
    /** Version 1 writes "no limit" as the largest number of pages that it can count. */
    private static final long MORE_THAN_ANY_MACHINE = 1L << 60;

    private MemoryLimit() {}

    /** The strictest limit of this process's group and those above it; empty when there is none. */
    static OptionalLong read(SystemFiles files) {
        return ControlGroups.find(files, "memory").stream()
                .map(group -> group.file(group.unified() ? "memory.max" : "memory.limit_in_bytes"))
                .flatMapToLong(file -> ProcNumbers.whole(files.read(file)).stream())
                .filter(bytes -> bytes < MORE_THAN_ANY_MACHINE)
                .min();
    }
}
