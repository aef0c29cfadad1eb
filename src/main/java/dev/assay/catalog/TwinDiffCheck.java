package dev.assay.catalog;

import java.util.List;

/** Whether two programs differ so little that what comes of them can be laid to that one line. */
final class TwinDiffCheck {
    private TwinDiffCheck() {}

    /** Whether the texts are the same but for one line that is another one, or that only one of them has. */
    static boolean differInOneLine(String one, String other) {
        List<String> first = one.lines().toList();
        List<String> second = other.lines().toList();
        int same = 0;
        int shorter = Math.min(first.size(), second.size());
        while (same < shorter && first.get(same).equals(second.get(same))) {
            same++;
        }
        int alike = 0;
        while (alike < shorter - same
                && first.get(first.size() - 1 - alike).equals(second.get(second.size() - 1 - alike))) {
            alike++;
        }
        int left = first.size() - same - alike;
        int right = second.size() - same - alike;
        return Math.max(left, right) == 1;
    }
}
