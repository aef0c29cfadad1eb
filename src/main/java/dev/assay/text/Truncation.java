package dev.assay.text;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Long texts in part. */
public final class Truncation {
    private static final String MORE = "...";

    private Truncation() {}

    /** The beginning of a text, and dots where it goes on. */
    public static String start(String text, int most) {
        return text.length() <= most ? text : text.substring(0, isCut(text, most) ? most - 1 : most) + MORE;
    }

    /** The end of a text, where programs say why they give up, after dots where something is before it. */
    public static String end(String text, int most) {
        int from = text.length() - most;
        return from <= 0 ? text : MORE + text.substring(isCut(text, from) ? from + 1 : from);
    }

    /** Whether a place is within a character that takes two. */
    private static boolean isCut(String text, int at) {
        return Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    /** The text in at most that many characters, the last one an ellipsis when it was longer. */
    public static String shorten(String text, int most) {
        int length = text.codePointCount(0, text.length());
        return length <= most ? text : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    /**
     * The texts, each of at most that many characters. Two that differ still do: where they begin alike, the rest is shown from where it differs, and
     * where that does not help they are numbered.
     */
    public static List<String> shorten(List<String> texts, int most) {
        Map<String, String> shortened = new LinkedHashMap<>();
        texts.stream()
                .distinct()
                .collect(Collectors.groupingBy(text -> shorten(text, most), LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(alike -> {
                    int from = alike.size() == 1 ? 0 : differenceOf(alike, most);
                    alike.forEach(text ->
                            shortened.put(text, shorten(from == 0 ? text : "…" + text.substring(from), most)));
                });
        Set<String> taken = new HashSet<>();
        shortened.replaceAll((text, shown) -> {
            String own = shown;
            for (int i = 2; !taken.add(own); i++) {
                own = shorten(shown, Math.max(1, most - 3)) + " " + i;
            }
            return own;
        });
        return texts.stream().map(text -> shortened.getOrDefault(text, text)).toList();
    }

    /** Where texts that begin alike differ, or earlier if there is room for more of the longest. */
    private static int differenceOf(List<String> texts, int most) {
        String first = texts.get(0);
        int same =
                texts.stream().mapToInt(text -> commonPrefix(first, text)).min().orElse(0);
        int longest = texts.stream().mapToInt(String::length).max().orElse(0);
        int from = Math.max(1, Math.min(same - 1, longest - (most - 1)));
        return from < first.length() && Character.isLowSurrogate(first.charAt(from)) ? from - 1 : from;
    }

    private static int commonPrefix(String one, String other) {
        int length = Math.min(one.length(), other.length());
        int same = 0;
        while (same < length && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }
}
