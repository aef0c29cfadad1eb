package dev.assay.text;

import java.util.List;

/** Names in a sentence, of which a reader needs the first few. */
public final class NameList {
    /** As many as a message names that lists what it is about by its importance. */
    public static final int MOST = 6;

    private NameList() {}

    /** {@code a, b, c}; where there are more than may be named, {@code a, b and 7 more}. */
    public static String first(int most, List<String> names) {
        return names.size() <= most
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, most)) + " and " + (names.size() - most) + " more";
    }

    /** The same with {@value #MOST} of them. */
    public static String first(List<String> names) {
        return first(MOST, names);
    }
}
