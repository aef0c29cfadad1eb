package dev.assay.analysis.claim;

import dev.assay.text.NameList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something that a rule needs and a run does not have.
 *
 * @param what what is missing, such as {@code numeric/sieve}
 * @param why why it is missing, such as {@code not measured}
 */
record MissingData(String what, String why) {
    private static final int NAMED = 3;

    /** Several gaps in words: those with one reason together, the first three of each by name. */
    static String describe(List<MissingData> gaps) {
        Map<String, Set<String>> byReason = new LinkedHashMap<>();
        for (MissingData gap : gaps) {
            byReason.computeIfAbsent(gap.why, why -> new LinkedHashSet<>()).add(gap.what);
        }
        return String.join(
                "; ",
                byReason.entrySet().stream()
                        .map(entry ->
                                NameList.first(NAMED, List.copyOf(entry.getValue())) + " (" + entry.getKey() + ")")
                        .toList());
    }
}
