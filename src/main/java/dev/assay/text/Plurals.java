package dev.assay.text;

/** Counts with their nouns. */
public final class Plurals {
    private Plurals() {}

    /** {@code 1 block}, {@code 2 blocks}; {@code 1 process}, {@code 2 processes}. */
    public static String count(long count, String noun) {
        return count + " " + noun(count, noun);
    }

    /** The noun alone: {@code block} of 1, {@code blocks} of any other number. */
    public static String noun(long count, String noun) {
        return count == 1 ? noun : noun.endsWith("s") ? noun + "es" : noun + "s";
    }
}
