package dev.assay.toolchain.python;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of the user's pip configuration reaches an installation: from where packages come and how the network is spoken to. Pip is told to read
 * no file, because one may say that packages go elsewhere or are built anew; what is kept is handed over as variables.
 */
final class PipSettings {
    private static final Set<String> KEPT = Set.of(
            "index-url",
            "extra-index-url",
            "no-index",
            "find-links",
            "trusted-host",
            "cert",
            "client-cert",
            "proxy",
            "timeout",
            "default-timeout",
            "retries",
            "keyring-provider",
            "cache-dir",
            "no-cache-dir",
            "use-feature");

    /** Such as {@code global.index-url='https://...'}: the value as Python writes it. */
    private static final Pattern LINE = Pattern.compile("(global|install)\\.([a-z-]+)=(['\"])(.*)\\3");

    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    private PipSettings() {}

    /**
     * The variables that stand for the configuration.
     *
     * @param list pip's own account of it ({@code pip config list})
     * @param set the user's variables that pip sees; what they say wins over files
     */
    static Map<String, String> read(String list, Set<String> set) {
        Map<String, String> variables = new TreeMap<>(Map.of("PIP_RETRIES", "1"));
        for (String section : List.of("global", "install")) {
            list.lines()
                    .map(LINE::matcher)
                    .filter(line -> line.matches() && line.group(1).equals(section) && KEPT.contains(line.group(2)))
                    .forEach(line -> variables.put(
                            "PIP_" + line.group(2).replace('-', '_').toUpperCase(Locale.ROOT), text(line.group(4))));
        }
        variables.keySet().removeAll(set);
        variables.put("PIP_CONFIG_FILE", "/dev/null");
        return variables;
    }

    private static String text(String value) {
        return ESCAPED.matcher(value).replaceAll(PipSettings::plain).strip();
    }

    private static String plain(MatchResult escape) {
        return switch (escape.group(1)) {
            case "n", "t", "r" -> " ";
            default -> Matcher.quoteReplacement(escape.group(1));
        };
    }
}
