package dev.assay.input;

/** Made-up words, some far more frequent than others, as in real text. */
final class WordList {
    private static final int LEVELS = 14;
    private static final String[] SYLLABLES = {
        "ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va", "we", "xi",
        "yo", "zu"
    };
    private static final String[] WORDS = words();

    private WordList() {}

    /** Draws a level, and then a rank among the 2^level ranks of that level; so low ranks are frequent. */
    static String word(InputRandom draws) {
        int level = (draws.next() * LEVELS) >>> 16;
        return WORDS[(1 << level) + (draws.next() >>> (16 - level))];
    }

    private static String[] words() {
        String[] words = new String[1 << LEVELS];
        for (int rank = 0; rank < words.length; rank++) {
            words[rank] = spell(rank);
        }
        return words;
    }

    /** The rank in the bijective base 20 with a syllable for each digit. */
    static String spell(int rank) {
        StringBuilder word = new StringBuilder();
        for (int left = rank; left > 0; left = (left - 1) / SYLLABLES.length) {
            word.insert(0, SYLLABLES[(left - 1) % SYLLABLES.length]);
        }
        return word.toString();
    }
}
