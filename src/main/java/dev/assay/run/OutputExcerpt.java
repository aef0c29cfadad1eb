package dev.assay.run;

import dev.assay.model.InvisibleCharacters;

/**
 * A piece of what a program printed, fit for a message: programs may print megabytes without a line end, and characters that would move the
 * cursor or change the colours of the reader's terminal.
 */
final class OutputExcerpt {
    private OutputExcerpt() {}

    /** The beginning of a text. */
    static String start(String text, int most) {
        return text.length() <= most ? printable(text) : printable(text.substring(0, most)) + "...";
    }

    /** The end of a text, where programs say why they give up. */
    static String end(String text, int most) {
        return text.length() <= most ? printable(text) : "..." + printable(text.substring(text.length() - most));
    }

    /** Every control character as a question mark; a tab is a blank, and a byte that is not UTF-8 its number. */
    private static String printable(String text) {
        return InvisibleCharacters.showBytes(text).replace('\t', ' ').replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "?");
    }
}
