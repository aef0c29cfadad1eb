package dev.assay.chart;

import dev.assay.model.ClaimVerdict;
import dev.assay.model.CommandPair;
import dev.assay.model.Comparison;
import dev.assay.model.Environment;
import dev.assay.model.Estimate;
import dev.assay.model.Runtime;
import dev.assay.model.Toolchain;
import dev.assay.model.TrialId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What comparisons are called. Never "faster" unless the whole interval says so. */
public final class ComparisonLabels {
    private ComparisonLabels() {}

    /**
     * What a program is called: its runtime with a variant that is not the primary one; a user's command its name, or else its part in the
     * comparison.
     */
    public static String name(TrialId id) {
        if (id.runtime() == Runtime.COMMAND) {
            return CommandPair.isNamed(id) ? CommandPair.name(id) : capital(id.variant());
        }
        String variant = id.primary() ? "" : " " + id.variant();
        return id.runtime().title() + variant;
    }

    /** The verdict of a comparison in words: {@code Rust faster}. */
    public static String verdict(Comparison comparison) {
        return switch (comparison.verdict()) {
            case BETTER, WORSE -> winner(comparison) + " " + comparison.metric().better();
            case DIFFERENT, EQUIVALENT, UNCLEAR, INCONCLUSIVE ->
                comparison.verdict().title();
        };
    }

    /** Whose cost is lower, by a verdict of better or worse. */
    static String winner(Comparison comparison) {
        return name(comparison.verdict() == Comparison.Verdict.BETTER ? comparison.contender() : comparison.baseline());
    }

    /** What an interval is where it is not simply one of confidence, to stand behind it: {@code range of 3 samples}; else empty. */
    public static String kind(Estimate estimate) {
        return switch (estimate.kind()) {
            case CONFIDENCE -> "";
            case RANGE -> estimate.at95() == null ? "" : estimate.intervalWords(95);
            case MIXED -> estimate.at95() == null ? "" : "in part ranges";
        };
    }

    /** The ink of whoever is ahead; neutral when nobody is. */
    public static SeriesStyle ink(Comparison comparison) {
        return switch (comparison.verdict()) {
            case BETTER -> ink(comparison.contender());
            case WORSE -> ink(comparison.baseline());
            case DIFFERENT, EQUIVALENT, UNCLEAR, INCONCLUSIVE -> SeriesStyle.NEUTRAL;
        };
    }

    /** The ink of a program. */
    public static SeriesStyle ink(TrialId id) {
        if (id.runtime() == Runtime.COMMAND) {
            return CommandPair.isBaseline(id) ? SeriesStyle.BASELINE : SeriesStyle.CONTENDER;
        }
        return SeriesStyle.of(id.runtime());
    }

    /** The sign of a claim's verdict, which stands beside its word. */
    public static String icon(ClaimVerdict verdict) {
        return switch (verdict) {
            case SUPPORTED -> "✓";
            case SUPPORTED_OPEN -> "◇";
            case PARTLY -> "◐";
            case REFUTED -> "✗";
            case INCONCLUSIVE -> "?";
            case NOT_TESTED -> "–";
        };
    }

    /** A machine in a few words: its processor and how many of them a program sees. */
    public static String machine(Environment machine) {
        String count = machine.cores() == 1 ? "1 processor" : machine.cores() + " processors";
        return machine.cpuModel().isBlank() ? count : shorten(machine.cpuModel(), 50) + ", " + count;
    }

    /** What a compiler or interpreter serves; of those for C, which it is. */
    public static String name(Toolchain toolchain) {
        String program = toolchain.path().substring(toolchain.path().lastIndexOf('/') + 1);
        return toolchain.runtime() != Runtime.C
                ? toolchain.runtime().title()
                : program.contains("clang") ? "C (clang)" : program.contains("gcc") ? "C (gcc)" : "C";
    }

    /** The text in at most that many characters, the last one an ellipsis when it was longer. */
    public static String shorten(String text, int most) {
        int length = text.codePointCount(0, text.length());
        return length <= most ? text : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    /**
     * The texts, each of at most so many characters. Two that differ still do: where they begin alike, the rest is shown from where it differs, and
     * where that does not help they are numbered.
     */
    public static List<String> shorten(List<String> texts, int most) {
        Map<String, String> shortened = new LinkedHashMap<>();
        texts.stream()
                .distinct()
                .collect(Collectors.groupingBy(text -> shorten(text, most), LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(alike -> {
                    int from = alike.size() == 1 ? 0 : differenceOf(alike, most);
                    alike.forEach(text ->
                            shortened.put(text, shorten(from == 0 ? text : "…" + text.substring(from), most)));
                });
        Set<String> taken = new HashSet<>();
        shortened.replaceAll((text, shown) -> {
            String own = shown;
            for (int i = 2; !taken.add(own); i++) {
                own = shorten(shown, Math.max(1, most - 3)) + " " + i;
            }
            return own;
        });
        return texts.stream().map(text -> shortened.getOrDefault(text, text)).toList();
    }

    /** Where texts that begin alike differ, or earlier if there is room for more of the longest. */
    private static int differenceOf(List<String> texts, int most) {
        String first = texts.get(0);
        int same =
                texts.stream().mapToInt(text -> commonPrefix(first, text)).min().orElse(0);
        int longest = texts.stream().mapToInt(String::length).max().orElse(0);
        int from = Math.max(1, Math.min(same - 1, longest - (most - 1)));
        return from < first.length() && Character.isLowSurrogate(first.charAt(from)) ? from - 1 : from;
    }

    private static int commonPrefix(String one, String other) {
        int length = Math.min(one.length(), other.length());
        int same = 0;
        while (same < length && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
