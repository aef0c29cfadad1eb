package dev.assay.model.run;

import dev.assay.model.Runtime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the user's two commands are named where trials have a workload and a variant. */
public final class CommandPair {
    /** The workload that stands for what the two commands do. */
    public static final String WORKLOAD = "compare/commands";
    /** The variant of the baseline. */
    public static final String BASELINE = "baseline";
    /** The variant of the contender. */
    public static final String CONTENDER = "contender";

    private static final Pattern PART = Pattern.compile("^(" + BASELINE + "|" + CONTENDER + ") ");

    private CommandPair() {}

    /**
     * The variant of a command: its part in the comparison, and behind it what the user calls it.
     *
     * @param part {@link #BASELINE} or {@link #CONTENDER}
     * @param name the name, of one line; null for none
     */
    public static String variant(String part, @Nullable String name) {
        return name == null ? part : part + " " + name;
    }

    /** Whether this is the baseline. */
    public static boolean isBaseline(TrialId id) {
        return plays(BASELINE, id);
    }

    /** Whether this is the contender. */
    public static boolean isContender(TrialId id) {
        return plays(CONTENDER, id);
    }

    private static boolean plays(String part, TrialId id) {
        return id.runtime() == Runtime.COMMAND
                && (id.variant().equals(part) || id.variant().startsWith(part + " "));
    }

    /** Whether the user has a name for a command. */
    public static boolean isNamed(TrialId id) {
        return PART.matcher(id.variant()).find();
    }

    /** What the user calls a command; its part in the comparison where nothing was said. */
    public static String name(TrialId id) {
        return PART.matcher(id.variant()).replaceFirst("");
    }
}
