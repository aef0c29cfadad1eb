package dev.assay.environment;

import java.util.ArrayList;
import java.util.List;

/** The control groups that this process is in, for one controller: its own first, then those above. What a group above limits holds here too. */
final class ControlGroups {
    private static final String MOUNT = "/sys/fs/cgroup";

    private ControlGroups() {}

    /**
     * A group.
     *
     * @param unified whether it is of version 2, whose files have other names
     * @param folder its folder
     */
    record Group(boolean unified, String folder) {
        String file(String name) {
            return folder + "/" + name;
        }
    }

    /** The groups of a controller, such as {@code cpu}; none where the system does not tell. */
    static List<Group> find(SystemFiles files, String controller) {
        return files.read("/proc/self/cgroup").stream()
                .flatMap(text -> text.lines())
                .flatMap(line -> groups(files, controller, line).stream())
                .toList();
    }

    /** A line is {@code 0::/path} for version 2 and {@code 5:cpu,cpuacct:/path} for version 1. */
    private static List<Group> groups(SystemFiles files, String controller, String line) {
        String[] parts = line.split(":", 3);
        if (parts.length < 3) {
            return List.of();
        }
        if (parts[0].equals("0")) {
            return upwards(true, MOUNT, parts[2]);
        }
        if (!List.of(parts[1].split(",", -1)).contains(controller)) {
            return List.of();
        }
        String joined = MOUNT + "/" + parts[1];
        return upwards(false, files.exists(joined) ? joined : MOUNT + "/" + controller, parts[2]);
    }

    /** A group and those above it: {@code /a/b}, {@code /a} and the mount itself. */
    private static List<Group> upwards(boolean unified, String mount, String path) {
        List<Group> groups = new ArrayList<>();
        String current = path.equals("/") ? "" : path;
        while (!current.isEmpty()) {
            groups.add(new Group(unified, mount + current));
            current = current.substring(0, Math.max(0, current.lastIndexOf('/')));
        }
        groups.add(new Group(unified, mount));
        return groups;
    }
}
