package dev.assay.history;

import dev.assay.model.history.HistoryEntry;
import dev.assay.model.history.HistoryPoint;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something beside the programs that is another one from one night to the next.
 *
 * @param name what, as {@link HistoryEntry#versions} has it
 * @param before what it was
 * @param after what it is
 */
public record VersionChange(String name, String before, String after) {
    private static final Set<String> OF_ALL = Set.of(HistoryEntry.KERNEL, HistoryEntry.LIBRARY, HistoryEntry.ASSAY);

    /** What is another one; what only one of the nights knows has not changed. */
    public static List<VersionChange> between(HistoryEntry before, HistoryEntry after) {
        Set<String> names = new TreeSet<>(before.versions().keySet());
        names.retainAll(after.versions().keySet());
        return names.stream()
                .map(name -> new VersionChange(
                        name,
                        before.versions().getOrDefault(name, ""),
                        after.versions().getOrDefault(name, "")))
                .filter(change -> !change.before.equals(change.after))
                .toList();
    }

    /** Whether it may move a figure: a toolchain only those of its own programs, the reference only times. */
    boolean concerns(HistoryPoint figure) {
        return OF_ALL.contains(name)
                || (name.equals(HistoryEntry.REFERENCE)
                        ? figure.metric().timed()
                        : name.equals(figure.trial().runtime().toString()));
    }

    /** In words. */
    public String sentence() {
        return name.equals(HistoryEntry.REFERENCE)
                ? "the reference that times are divided by is another build"
                : title() + " went from " + before + " to " + after;
    }

    private String title() {
        return switch (name) {
            case HistoryEntry.KERNEL -> "the kernel";
            case HistoryEntry.LIBRARY -> "the C library";
            case HistoryEntry.ASSAY -> "Assay";
            default -> "the toolchain of " + name;
        };
    }
}
