package dev.assay.report;

import dev.assay.report.svg.MarkupEscaper;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Marks comments, strings, numbers and keywords of a program. It knows how these are written and nothing of grammar: what it takes for none of them stays as
 * it is, and the text is the same with and without marks.
 */
final class Highlight {
    private static final String NUMBER = "(?<number>\\b\\d[\\w.]*+)";
    private static final String WORD = "(?<word>\\b[A-Za-z_]\\w*+)";
    private static final String SLASHES = "//[^\\n]*+|/\\*(?s:.*?)\\*/";
    private static final String CHARACTER = "'(?:[^'\\\\\\n]|\\\\[^\\n]{1,9}?)'";

    private static final Highlight RUST = new Highlight(
            SLASHES + "|b?" + CHARACTER,
            "b?r#{0,5}\"|b?\"",
            true,
            "as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod move mut pub ref return self"
                    + " Self static struct super trait true type unsafe use where while");
    private static final Highlight PYTHON = new Highlight(
            "#[^\\n]*+",
            "(?i:[rbfu]{0,2})(?:\"\"\"|'''|\"|')",
            false,
            "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda"
                    + " nonlocal not or pass raise return try while with yield");
    private static final String WORDS_OF_C =
            "auto break case char const continue default do double else enum extern float for goto if inline int long register restrict return short"
                    + " signed sizeof static struct switch typedef union unsigned void volatile while";
    private static final Highlight C =
            new Highlight(SLASHES + "|" + CHARACTER, "\"", false, WORDS_OF_C + " _Atomic _Bool");
    private static final Highlight CPP = new Highlight(
            SLASHES + "|" + CHARACTER,
            "\"",
            false,
            WORDS_OF_C
                    + " bool catch class concept const_cast consteval constexpr decltype delete dynamic_cast explicit false final friend mutable"
                    + " namespace new noexcept nullptr operator override private protected public requires static_cast template this throw true"
                    + " try typename using virtual");

    private final Pattern pattern;
    private final boolean longStrings;
    private final Set<String> keywords;

    /**
     * A language.
     *
     * @param whole what is matched from its beginning to its end: comments, and characters in quotes
     * @param open how strings begin
     * @param longStrings whether a string in simple quotes may go on in the next line
     * @param keywords its words
     */
    private Highlight(String whole, String open, boolean longStrings, String keywords) {
        this.pattern = Pattern.compile("(?<whole>" + whole + ")|(?<open>" + open + ")|" + NUMBER + "|" + WORD);
        this.longStrings = longStrings;
        this.keywords = Set.copyOf(List.of(keywords.split(" ", -1)));
    }

    /** The text as HTML; plain where its file's name is of no language that is known. */
    static String html(String text, String path) {
        if (path.endsWith(".rs")) {
            return RUST.mark(text);
        }
        if (path.endsWith(".py")) {
            return PYTHON.mark(text);
        }
        if (path.endsWith(".cpp")) {
            return CPP.mark(text);
        }
        return path.endsWith(".c") ? C.mark(text) : MarkupEscaper.escape(text);
    }

    private String mark(String text) {
        StringBuilder out = new StringBuilder(2 * text.length());
        Matcher matcher = pattern.matcher(text);
        int done = 0;
        for (int from = 0; from < text.length() && matcher.find(from); ) {
            boolean opens = matcher.group("open") != null;
            int end = opens ? endOfString(text, matcher.group(), matcher.end()) : matcher.end();
            String kind = opens ? "s" : kind(matcher);
            if (!kind.isEmpty()) {
                out.append(MarkupEscaper.escape(text.substring(done, matcher.start())));
                out.append("<i class=\"").append(kind).append("\">");
                out.append(MarkupEscaper.escape(text.substring(matcher.start(), end)))
                        .append("</i>");
                done = end;
            }
            from = end;
        }
        return out.append(MarkupEscaper.escape(text.substring(done))).toString();
    }

    private String kind(Matcher matcher) {
        String whole = matcher.group("whole");
        if (whole != null) {
            return whole.endsWith("'") && !whole.startsWith("/") && !whole.startsWith("#") ? "s" : "c";
        }
        if (matcher.group("number") != null) {
            return "n";
        }
        return keywords.contains(matcher.group()) ? "k" : "";
    }

    /** By hand: a pattern with a choice for every character would take a level of the stack for each. */
    private int endOfString(String text, String open, int from) {
        String fence = open.replaceFirst("^[A-Za-z]+", "");
        String close = new StringBuilder(fence).reverse().toString();
        boolean raw = fence.startsWith("#") || (longStrings && open.endsWith("r\""));
        boolean lines = longStrings || close.length() > 1;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && !raw) {
                i++;
            } else if (text.startsWith(close, i)) {
                return i + close.length();
            } else if (c == '\n' && !lines) {
                return i;
            }
        }
        return text.length();
    }
}
