package dev.assay.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word that a mistyped one was most likely meant to be. */
public final class SpellingSuggestion {
    private SpellingSuggestion() {}

    /**
     * The candidate with the fewest typing errors between it and the word, capitals aside; the first one of several.
     *
     * @return empty if every candidate differs in more than a third of its letters, at least one
     */
    public static Optional<String> find(String word, Collection<String> candidates) {
        String nearest = null;
        int fewest = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            int limit = Math.max(1, (Math.max(word.length(), candidate.length()) + 1) / 3);
            if (Math.abs(word.length() - candidate.length()) > limit) {
                continue;
            }
            int errors = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (errors <= limit && errors < fewest) {
                nearest = candidate;
                fewest = errors;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** {@code ; did you mean 'x'?} when a candidate is near, else {@code ; otherwise}. */
    public static String clause(String word, Collection<String> candidates, String otherwise) {
        return question(word, candidates).orElse("; " + otherwise);
    }

    /** {@code ; did you mean 'x'?} when a candidate is near. */
    public static Optional<String> question(String word, Collection<String> candidates) {
        return find(word, candidates).map(known -> "; did you mean '" + known + "'?");
    }

    /**
     * The Damerau-Levenshtein distance in its optimal string alignment form: how many insertions, deletions, substitutions and swaps of
     * neighbors turn one text into the other when no letter is edited twice.
     */
    static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}
