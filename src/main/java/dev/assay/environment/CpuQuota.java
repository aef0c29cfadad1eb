package dev.assay.environment;

import dev.assay.environment.ControlGroups.Group;
import java.util.Optional;
import java.util.OptionalDouble;

/** How much processor time control groups allow this process, in processors. */
final class CpuQuota {
    private CpuQuota() {}

    /** The strictest quota of this process's group and those above it; empty when there is none. */
    static OptionalDouble read(SystemFiles files) {
        return ControlGroups.find(files, "cpu").stream()
                .flatMapToDouble(group -> quota(files, group).stream())
                .min();
    }

    private static OptionalDouble quota(SystemFiles files, Group group) {
        if (group.unified()) {
            String[] words = files.read(group.file("cpu.max")).orElse("max").split(" ", -1);
            return words.length == 2 ? ratio(words[0], words[1]) : OptionalDouble.empty();
        }
        Optional<String> quota = files.read(group.file("cpu.cfs_quota_us"));
        Optional<String> period = files.read(group.file("cpu.cfs_period_us"));
        return quota.isPresent() && period.isPresent() ? ratio(quota.get(), period.get()) : OptionalDouble.empty();
    }

    /** No quota is {@code max} or -1. */
    private static OptionalDouble ratio(String quota, String period) {
        return quota.matches("[0-9]{1,15}") && period.matches("[1-9][0-9]{0,14}")
                ? OptionalDouble.of(Double.parseDouble(quota) / Double.parseDouble(period))
                : OptionalDouble.empty();
    }
}
