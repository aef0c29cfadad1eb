package dev.assay.environment;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The processes that are seen from here, at one moment.
 *
 * @param byPid all of them
 * @param ours this virtual machine and what it has started
 */
record ProcessSnapshot(Map<Long, ProcessStat> byPid, Set<Long> ours) {
    /**
     * Looks at them.
     *
     * @param files the system's
     * @param self this process's number
     */
    static ProcessSnapshot read(SystemFiles files, long self) {
        Map<Long, ProcessStat> byPid = new LinkedHashMap<>();
        for (String name : files.names("/proc")) {
            if (name.matches("[0-9]{1,18}")) {
                files.read("/proc/" + name + "/stat")
                        .flatMap(ProcessStat::parse)
                        .ifPresent(task -> byPid.put(task.pid(), task));
            }
        }
        return new ProcessSnapshot(byPid, tree(byPid, self));
    }

    private static Set<Long> tree(Map<Long, ProcessStat> byPid, long root) {
        Set<Long> tree = new HashSet<>(Set.of(root));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (ProcessStat task : byPid.values()) {
                grew |= tree.contains(task.parent()) && tree.add(task.pid());
            }
        }
        return tree;
    }

    /** All that we have used so far: a program that has ended is in the times of whoever waited for it. */
    long ourTicks() {
        return byPid.values().stream()
                .filter(task -> ours.contains(task.pid()))
                .mapToLong(task -> task.own() + task.ofChildren())
                .sum();
    }

    /** What each program of others has used since an earlier look, by name: eight compilers are one neighbor. */
    Map<String, Long> othersSince(ProcessSnapshot earlier) {
        Map<String, Long> ticks = new LinkedHashMap<>();
        for (ProcessStat task : byPid.values()) {
            if (!ours.contains(task.pid())) {
                ProcessStat before = earlier.byPid.get(task.pid());
                long used = before != null && before.isSameProcess(task) ? task.own() - before.own() : task.own();
                ticks.merge(task.name(), used, Long::sum);
            }
        }
        return ticks;
    }

    /** A meter that is not ours: somebody else measures on this machine. */
    Optional<ProcessStat> foreignMeter(SystemFiles files) {
        return byPid.values().stream()
                .filter(task -> task.name().equals("meter") && !ours.contains(task.pid()))
                .filter(task -> files.read("/proc/" + task.pid() + "/cmdline")
                        .map(line -> line.split("\0", -1)[0].endsWith("/meter/release/meter"))
                        .orElse(false))
                .findFirst();
    }
}
