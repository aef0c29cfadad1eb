package dev.assay.process;

import dev.assay.model.AssayException;
import dev.assay.model.Shell;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command line into words as a POSIX shell does (Shell Command Language, 2.2 Quoting), without running one.
 *
 * <p>Single quotes keep everything; double quotes keep everything but {@code \"}, {@code \\}, {@code \$}, {@code \`} and an escaped line end;
 * {@code $'..'} takes bytes by their numbers; pieces that touch are one word; quotes around nothing are an empty word. What only a shell could do - pipes, redirections, substitutions,
 * variables - is an error rather than a surprise. Patterns such as {@code *.txt} and a leading {@code ~} are passed on as they stand.
 *
 * <p>Commons Exec's own parser is another language: it keeps quotes inside words, knows no backslash and trims quoted arguments.
 */
public final class ShellWords {
    private static final String OPERATORS = "|&;<>()`";

    private final String text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int at;

    private ShellWords(String text) {
        this.text = text;
    }

    /**
     * The words of a command line.
     *
     * @throws AssayException.Usage if a quote is not closed, if it ends with a backslash, or if it needs a shell
     */
    public static List<String> split(String text) {
        return new ShellWords(text).words();
    }

    /** The words as one line that {@link #split}, and any POSIX shell, takes apart into the same words. */
    public static String join(List<String> words) {
        return Shell.line(words);
    }

    private List<String> words() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                endWord();
                at++;
            } else if (c == '\'') {
                singleQuoted();
            } else if (c == '"') {
                doubleQuoted();
            } else if (text.startsWith("$'", at)) {
                dollarQuoted();
            } else if (c == '\\') {
                escaped();
            } else {
                refuse(c, OPERATORS);
                refuseTranslation(c);
                append(c);
            }
        }
        endWord();
        return List.copyOf(words);
    }

    private void singleQuoted() {
        int close = text.indexOf('\'', at + 1);
        if (close < 0) {
            throw unclosed('\'', at);
        }
        inWord = true;
        word.append(text, at + 1, close);
        at = close + 1;
    }

    private void dollarQuoted() {
        DollarQuotes quoted = new DollarQuotes(text, at + 2);
        if (!quoted.read()) {
            throw unclosed('\'', at + 1);
        }
        inWord = true;
        word.append(quoted.word());
        at = quoted.end() + 1;
    }

    private void doubleQuoted() {
        int open = at;
        inWord = true;
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length() && "\"\\$`\n".indexOf(text.charAt(at + 1)) >= 0) {
                escaped();
            } else {
                refuse(c, "`");
                append(c);
            }
        }
        if (at >= text.length()) {
            throw unclosed('"', open);
        }
        at++;
    }

    /** A backslash takes the meaning from what follows; before a line end both vanish. */
    private void escaped() {
        if (at + 1 >= text.length()) {
            throw new AssayException.Usage(
                    "the command ends with a single backslash (character " + (at + 1) + "): " + text);
        }
        at++;
        if (text.charAt(at) == '\n') {
            at++;
        } else {
            append(text.charAt(at));
        }
    }

    private void append(char c) {
        inWord = true;
        word.append(c);
        at++;
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }

    private void refuse(char c, String operators) {
        if (operators.indexOf(c) >= 0 || (c == '$' && startsExpansion(at + 1))) {
            String what = c == '$' ? text.substring(at, at + 2) : String.valueOf(c);
            throw new AssayException.Usage("no shell is run, so '" + what + "' at character " + (at + 1)
                    + " has no effect. Put it in single quotes to pass it to the program, or run a shell yourself with sh -c '...': "
                    + text);
        }
    }

    /** {@code $".."} would be translated by some shells, and be a dollar before a word for others. */
    private void refuseTranslation(char c) {
        if (c == '$' && text.startsWith("\"", at + 1)) {
            throw new AssayException.Usage("'$' before a double quote at character " + (at + 1)
                    + " means different things in different shells: put it in single quotes, or remove it: " + text);
        }
    }

    private boolean startsExpansion(int next) {
        if (next >= text.length()) {
            return false;
        }
        char c = text.charAt(next);
        return Character.isLetterOrDigit(c) || "_({@*#?!$-".indexOf(c) >= 0;
    }

    private AssayException.Usage unclosed(char quote, int open) {
        return new AssayException.Usage(
                "the quote " + quote + " at character " + (open + 1) + " is never closed: " + text);
    }
}
