package dev.assay.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text without names, places and secrets. It would rather take too much away than too little. */
final class RedactedText {
    /** Stands for a secret. */
    static final String GONE = "[redacted]";

    private static final String SECRET =
            "(?:[\\w-]*(?:token|passwor[dt]|passwd|passphrase|secret|credential|api[-_]?key|access[-_]?key"
                    + "|private[-_]?key|auth)[\\w-]*|(?:[\\w-]*[-_])?(?:pass|pwd|pin|cookie|sig|signature))(?![\\w-])";

    /** Letters behind {@code -p} that make an option of a compiler or a tool of it. */
    private static final String HARMLESS = "(?!thread|ie\\b|g\\b|ipe\\b|edantic)";

    /** An option whose value is the next word. */
    private static final Pattern OPTION = Pattern.compile("(?i)--?" + SECRET + "|(?-i:-p|-u)|--user");

    /** A value as a shell or JSON writes it; where its quote is cut off, all to the end of the line. Possessive, for texts may be long. */
    private static final String VALUE =
            "(?:\\\\\".*?\\\\\"|(?:\"(?:\\\\.|[^\"\\\\]++)*+\"|'[^']*+'|\\\\.|[^\\s\"'\\\\]++)++|[\"'].*)";

    private static final Pattern ASSIGNED = Pattern.compile("(?i)((?<![\\w-])" + SECRET
            + "(?:\\\\?[\"'])?(?:\\s*[=:]\\s*|\\s+is\\s+)|(?<![\\w-])--?" + SECRET + "\\s+)" + VALUE);

    /** An option of one letter, its value glued to it or behind a blank. */
    private static final Pattern LETTER = Pattern.compile("((?<![\\w-])-p" + HARMLESS
            + "(?!\\s+[/-])\\s*|(?<![\\w-])(?:-u|--user)[\\s=]+|(?<![\\w-])-u(?=[\\w.@-]+:))" + VALUE);

    /** An argument that holds a secret to its end, blanks and quotes too. */
    private static final Pattern WORD =
            Pattern.compile("(?s)((?i:(?:--?)?" + SECRET + "|--user)=|-p" + HARMLESS + "(?=.)|-u(?=[\\w.@-]+:)).*");

    /** A header of a request, all of it. */
    private static final Pattern HEADER =
            Pattern.compile("(?i)\\b((?:proxy-)?authorization|(?:set-)?cookie)(\\s*:\\s*)[^\"'\\n]+");

    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer|basic)\\s+[\\w+/=.~-]{6,}");
    private static final Pattern IN_ADDRESS = Pattern.compile("(?<=://)[^\\s\"'<>?#]*@");

    /** Before the name of a machine; behind the {@code @} of a trial stands a number. */
    private static final Pattern BEFORE_HOST =
            Pattern.compile("(?<![\\w.+-])[\\w.+-]{1,200}:[^\\s\"'@/]{1,200}@(?=[A-Za-z]|[0-9]+\\.[0-9]+\\.)");

    private static final Pattern QUERY = Pattern.compile("(://[^\\s\"'<>?#]*[?#])[^\\s\"'<>]+");

    private static final Pattern PEM =
            Pattern.compile("(?s)-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*-----|\\z)");

    /** Forms by which well-known services' secrets can be told. */
    private static final Pattern WELL_KNOWN =
            Pattern.compile("\\b(?:gh[a-z]_|github_pat_|glpat-|xox[a-z]-|sk-|AKIA|ASIA|eyJ)[\\w.-]{12,}");

    private static final Pattern HEX =
            Pattern.compile("(?i)(?<!sha256:)\\b(?=[0-9a-f-]*[0-9])[0-9a-f][0-9a-f-]{30,}[0-9a-f]\\b");

    /** Of upper and lower case and digits together, as no word is; or of a key's exact length, then with slashes too. */
    private static final Pattern RANDOM =
            Pattern.compile("(?<![\\w+])(?=[\\w+/=-]{0,99}[a-z])(?=[\\w+/=-]{0,99}[A-Z])(?=[\\w+/=-]{0,99}[0-9])"
                    + "(?:[\\w+=-]{24,}(?![\\w+])|(?<![./])[\\w+][\\w+/]{39}(?![\\w+/=.-]))");

    private static final Pattern HOME = Pattern.compile("(?:/home/|/Users/)([^/\\s\"'\\\\:;,]+)");

    private static final String TO_ITS_END = "[^\\s\"'`:;,()<>|=]+";

    /** A path with blanks, which is known by its quotes. */
    private static final Pattern QUOTED = Pattern.compile("(?<=([\"'`]))/[^\"'`\\n]+(?=\\1)");

    /**
     * A path up to a blank or what ends one in a sentence: absolute, from a home folder or from the current one. It may stand behind an option
     * of one letter, in a list with colons, and in an address of a file; homes are found wherever they stand.
     */
    private static final Pattern PATH =
            Pattern.compile("(?:(?<![\\w.~/*-])|(?<=file://)|(?<=(?<![\\w-])-[A-Za-z])|(?=/home/|/Users/))"
                    + "(?:~[\\w.-]*|\\$\\{?HOME\\}?|\\.{1,2})?/(?!/)" + TO_ITS_END);

    /** Where every machine has the same. */
    private static final Pattern COMMON =
            Pattern.compile("/(?:usr|bin|sbin|lib|lib64|etc|proc|sys|dev|nonexistent)(?:/(?!local/home).*)?");

    private final Set<String> people;
    private final Pattern names;

    private RedactedText(Set<String> names) {
        this.people = names;
        String any = names.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        this.names = Pattern.compile("(?i)(?<![A-Za-z0-9])(?:" + (any.isEmpty() ? "(?!)" : any) + ")(?![A-Za-z0-9])");
    }

    /**
     * Redacts texts.
     *
     * @param names names of people and machines
     * @param texts where more of them may be found, in the paths of home folders
     */
    static RedactedText of(Set<String> names, Collection<String> texts) {
        Set<String> all =
                new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(name -> name));
        all.addAll(names);
        texts.forEach(text ->
                HOME.matcher(text).results().map(found -> found.group(1)).forEach(all::add));
        return new RedactedText(all);
    }

    /** Whether the word behind this one is a secret. */
    static boolean announces(String word) {
        return OPTION.matcher(word).matches();
    }

    /** One of a list, such as an argument of a command line. */
    String ofWord(String word) {
        Matcher secret = WORD.matcher(word);
        return secret.matches() ? secret.group(1) + GONE : redact(word);
    }

    String redact(String text) {
        String result = PEM.matcher(text).replaceAll(Matcher.quoteReplacement(GONE));
        result = IN_ADDRESS.matcher(result).replaceAll(GONE + "@");
        result = BEFORE_HOST.matcher(result).replaceAll(GONE + "@");
        result = QUERY.matcher(result).replaceAll("$1" + Matcher.quoteReplacement(GONE));
        result = HEADER.matcher(result).replaceAll("$1$2" + Matcher.quoteReplacement(GONE));
        result = BEARER.matcher(result).replaceAll("$1 " + Matcher.quoteReplacement(GONE));
        result = ASSIGNED.matcher(result).replaceAll("$1" + Matcher.quoteReplacement(GONE));
        result = LETTER.matcher(result).replaceAll("$1" + Matcher.quoteReplacement(GONE));
        result = WELL_KNOWN.matcher(result).replaceAll(Matcher.quoteReplacement(GONE));
        result = isOnePath(result) ? shortened(result) : withoutPlaces(result);
        result = HEX.matcher(result).replaceAll(Matcher.quoteReplacement(GONE));
        result = RANDOM.matcher(result).replaceAll(Matcher.quoteReplacement(GONE));
        return people.isEmpty() ? result : names.matcher(result).replaceAll(Matcher.quoteReplacement("[name]"));
    }

    private static String withoutPlaces(String text) {
        String result = QUOTED.matcher(text).replaceAll(RedactedText::shortened);
        return PATH.matcher(result).replaceAll(RedactedText::shortened);
    }

    /** A path may have blanks and more in it; then it is all of the text. */
    private static boolean isOnePath(String text) {
        return text.startsWith("/") && !text.contains("\n") && !text.contains(" /") && !text.contains("=");
    }

    private static String shortened(MatchResult found) {
        return Matcher.quoteReplacement(shortened(found.group()));
    }

    /** Its last part alone, behind a sign for whether it lay in a home folder. */
    private static String shortened(String path) {
        if (COMMON.matcher(path).matches()) {
            return path;
        }
        boolean home = path.startsWith("~")
                || path.startsWith("$")
                || path.startsWith("/root")
                || HOME.matcher(path).lookingAt();
        String inside = path.replaceFirst("/+$", "")
                .replaceFirst("^(?:~[^/]*|\\$[^/]*|/root|/home/[^/]+|/Users/[^/]+)(?=/|$)", "");
        String last = inside.substring(inside.lastIndexOf('/') + 1);
        String start = home ? "~" : "";
        if (last.isEmpty()) {
            return home ? "~" : path;
        }
        return inside.lastIndexOf('/') <= 0 ? start + "/" + last : start + "/.../" + last;
    }
}
