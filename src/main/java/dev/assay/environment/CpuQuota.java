package dev.assay.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** How much processor time control groups allow this process, in processors. */
final class CpuQuota {
    private static final String MOUNT = "/sys/fs/cgroup";

    private CpuQuota() {}

    /** The strictest quota of this process's group and those above it; empty when there is none. */
    static OptionalDouble of(SystemFiles files) {
        DoubleStream quotas = files.read("/proc/self/cgroup")
                .map(text -> text.lines().flatMapToDouble(line -> quotas(files, line)))
                .orElse(DoubleStream.empty());
        return quotas.min();
    }

    /** A line is {@code 0::/path} for version 2 and {@code 5:cpu,cpuacct:/path} for version 1. */
    private static DoubleStream quotas(SystemFiles files, String line) {
        String[] parts = line.split(":", 3);
        if (parts.length < 3) {
            return DoubleStream.empty();
        }
        if (parts[0].equals("0")) {
            return upwards(parts[2]).stream()
                    .flatMapToDouble(path -> version2(files, MOUNT + path + "/cpu.max").stream());
        }
        if (List.of(parts[1].split(",", -1)).contains("cpu")) {
            return upwards(parts[2]).stream()
                    .flatMapToDouble(path -> version1(files, MOUNT + "/" + parts[1] + path).stream());
        }
        return DoubleStream.empty();
    }

    private static OptionalDouble version2(SystemFiles files, String file) {
        String[] words = files.read(file).orElse("max").split(" ", -1);
        return words.length == 2 ? ratio(words[0], words[1]) : OptionalDouble.empty();
    }

    private static OptionalDouble version1(SystemFiles files, String folder) {
        Optional<String> quota = files.read(folder + "/cpu.cfs_quota_us");
        Optional<String> period = files.read(folder + "/cpu.cfs_period_us");
        return quota.isPresent() && period.isPresent() ? ratio(quota.get(), period.get()) : OptionalDouble.empty();
    }

    /** No quota is {@code max} or -1. */
    private static OptionalDouble ratio(String quota, String period) {
        return quota.matches("[0-9]{1,15}") && period.matches("[1-9][0-9]{0,14}")
                ? OptionalDouble.of(Double.parseDouble(quota) / Double.parseDouble(period))
                : OptionalDouble.empty();
    }

    /** A group and those above it: {@code /a/b}, {@code /a} and the mount itself. */
    private static List<String> upwards(String path) {
        List<String> paths = new ArrayList<>();
        String current = path.equals("/") ? "" : path;
        while (!current.isEmpty()) {
            paths.add(current);
            current = current.substring(0, Math.max(0, current.lastIndexOf('/')));
        }
        paths.add("");
        return paths;
    }
}
