package dev.assay.model;

/** How the user's own two commands are named where trials have a workload and a variant. */
public final class CommandPair {
    /** The workload that stands for what the two commands do. */
    public static final String WORKLOAD = "compare/commands";
    /** The variant of the command that is held against. */
    public static final String BASELINE = "baseline";
    /** The variant of the command that is held against it. */
    public static final String CONTENDER = "contender";

    private CommandPair() {}
}
