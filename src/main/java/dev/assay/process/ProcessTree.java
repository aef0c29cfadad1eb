package dev.assay.process;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Ends a process together with everything that it started. */
final class ProcessTree {
    private ProcessTree() {}

    /**
     * Kills the descendants first: they are found only while their parents live. Listed again until nothing new turns up, because a process
     * may start another while the first list is worked off.
     */
    static void kill(Process root) {
        Set<ProcessHandle> killed = new HashSet<>();
        List<ProcessHandle> fresh = unseen(root, killed);
        while (!fresh.isEmpty()) {
            fresh.forEach(ProcessHandle::destroyForcibly);
            killed.addAll(fresh);
            fresh = unseen(root, killed);
        }
        root.destroyForcibly();
    }

    private static List<ProcessHandle> unseen(Process root, Set<ProcessHandle> killed) {
        return root.descendants().filter(handle -> !killed.contains(handle)).toList();
    }
}
