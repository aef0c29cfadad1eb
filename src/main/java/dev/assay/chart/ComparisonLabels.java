package dev.assay.chart;

import dev.assay.model.Runtime;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.Estimate;
import dev.assay.model.run.CommandPair;
import dev.assay.model.run.Environment;
import dev.assay.model.run.Toolchain;
import dev.assay.model.run.TrialId;
import dev.assay.text.Plurals;
import dev.assay.text.Truncation;
import java.util.Locale;

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

    /** The same with its number of threads, where there are several. */
    public static String nameWithThreads(TrialId id) {
        return name(id) + (id.threads() == 1 ? "" : ", " + id.threads() + " threads");
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
            case MIXED -> estimate.at95() == null ? "" : "partly ranges";
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
        String count = Plurals.count(machine.cores(), "processor");
        return machine.cpuModel().isBlank() ? count : Truncation.shorten(machine.cpuModel(), 50) + ", " + count;
    }

    /** What a compiler or interpreter serves; of those for C and C++, which it is. */
    public static String name(Toolchain toolchain) {
        String title = toolchain.runtime().title();
        if (toolchain.runtime() != Runtime.C && toolchain.runtime() != Runtime.CPP) {
            return title;
        }
        String program = toolchain.path().substring(toolchain.path().lastIndexOf('/') + 1);
        return program.contains("clang")
                ? title + " (clang)"
                : program.contains("gcc") || program.contains("g++") ? title + " (gcc)" : title;
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
