package dev.assay.model.catalog;

/** Lets tests compare a runtime of their own with another one. */
public final class HeadlinePairs {
    private HeadlinePairs() {}

    /** Adds a pair behind the others. */
    public static void add(RuntimePair pair) {
        RuntimePair.HEADLINES.add(pair);
    }

    /** Removes it again. */
    public static void remove(RuntimePair pair) {
        RuntimePair.HEADLINES.remove(pair);
    }
}
