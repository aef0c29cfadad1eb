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
            "(?:token|passw(?:or)?d|passphrase|secret|credential|api[-_]?key|access[-_]?key|private[-_]?key|auth)";

    /** An option whose value is the next word. */
    private static final Pattern OPTION = Pattern.compile("(?i)--?[\\w-]*" + SECRET + "[\\w-]*|-p|-u|--user");

    private static final Pattern ASSIGNED = Pattern.compile("(?i)(\\b[\\w-]*" + SECRET
            + "[\\w-]*[\"']?\\s*[=:]\\s*[\"']?|--?[\\w-]*" + SECRET + "[\\w-]*\\s+[\"']?)[^\\s\"',;&]+");

    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer|basic)\\s+[\\w+/=.~-]{6,}");
    private static final Pattern IN_ADDRESS = Pattern.compile("(?<=://)[^/\\s@]+@");

    /** Forms by which well-known services' secrets can be told. */
    private static final Pattern WELL_KNOWN =
            Pattern.compile("\\b(?:gh[a-z]_|github_pat_|glpat-|xox[a-z]-|sk-|AKIA|ASIA|eyJ)[\\w.-]{12,}");

    private static final Pattern HEX =
            Pattern.compile("(?<!sha256:)\\b(?=[0-9a-f-]*[0-9])[0-9a-f][0-9a-f-]{30,}[0-9a-f]\\b");

    /** Of upper and lower case and digits together, as no word is. */
    private static final Pattern RANDOM = Pattern.compile(
            "(?<![\\w+/])(?=[\\w+/=-]*[a-z])(?=[\\w+/=-]*[A-Z])(?=[\\w+/=-]*[0-9])[\\w+=-]{24,}(?![\\w+])");

    private static final Pattern HOME = Pattern.compile("(?:/home/|/Users/)([^/\\s\"'\\\\:;,]+)");

    /** An absolute path, up to a blank or what ends one in a sentence. */
    private static final Pattern PATH = Pattern.compile("(?<![\\w.~/:*-])~?/[^\\s\"'`:;,()<>|=]+");

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

    String of(String text) {
        String result = IN_ADDRESS.matcher(text).replaceAll(GONE + "@");
        result = BEARER.matcher(result).replaceAll("$1 " + Matcher.quoteReplacement(GONE));
        result = ASSIGNED.matcher(result).replaceAll("$1" + Matcher.quoteReplacement(GONE));
        result = WELL_KNOWN.matcher(result).replaceAll(Matcher.quoteReplacement(GONE));
        result = isOnePath(result) ? shortened(result) : PATH.matcher(result).replaceAll(RedactedText::shortened);
        result = HEX.matcher(result).replaceAll(Matcher.quoteReplacement(GONE));
        result = RANDOM.matcher(result).replaceAll(Matcher.quoteReplacement(GONE));
        return people.isEmpty() ? result : names.matcher(result).replaceAll(Matcher.quoteReplacement("[name]"));
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
                || path.startsWith("/root")
                || HOME.matcher(path).lookingAt();
        String inside = path.replaceFirst("/+$", "").replaceFirst("^(?:~|/root|/home/[^/]+|/Users/[^/]+)(?=/|$)", "");
        String last = inside.substring(inside.lastIndexOf('/') + 1);
        String start = home ? "~" : "";
        if (last.isEmpty()) {
            return home ? "~" : path;
        }
        return inside.lastIndexOf('/') <= 0 ? start + "/" + last : start + "/.../" + last;
    }
}
