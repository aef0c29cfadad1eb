package dev.assay.app.request;

import java.util.function.Function;

/**
 * An option of a run. The command line, system properties, Java callers and the journal all read and write it through this description.
 *
 * @param <T> the type of its value
 */
public final class RunOption<T> {
    private final String name;
    private final String label;
    private final String help;
    private final Function<String, T> parser;
    private final Function<T, String> formatter;
    private final boolean recorded;
    private final boolean repeatable;

    private RunOption(
            String name,
            String label,
            String help,
            Function<String, T> parser,
            Function<T, String> formatter,
            boolean recorded,
            boolean repeatable) {
        this.name = name;
        this.label = label;
        this.help = help;
        this.parser = parser;
        this.formatter = formatter;
        this.recorded = recorded;
        this.repeatable = repeatable;
    }

    /**
     * Describes an option.
     *
     * @param label what stands for the value in a help text
     * @param help what the option does
     * @param parser reads a value of the option, which it gets by its name with dashes; it throws {@code Usage} for a bad one
     * @param formatter writes a value so that the parser reads the same
     */
    static <T> RunOption<T> describe(
            String name, String label, String help, Parser<T> parser, Function<T, String> formatter) {
        return new RunOption<>(name, label, help, text -> parser.parse("--" + name, text), formatter, true, false);
    }

    /** Describes an option that takes any text. */
    static RunOption<String> describeText(String name, String label, String help) {
        return describe(name, label, help, (option, text) -> text, Function.identity());
    }

    /** Describes an option that takes an amount of memory, in bytes. */
    static RunOption<Long> describeSize(String name, String help) {
        return describe(name, "SIZE", help, UnitParser::bytes, UnitParser::formatBytes);
    }

    /** Describes an option without a value: it is given or not. */
    static RunOption<Boolean> describeFlag(String name, String help) {
        return new RunOption<>(name, "", help, Boolean::valueOf, String::valueOf, true, false);
    }

    /** The same option for one call alone: a run does not record it, and one that is resumed may have another value. */
    RunOption<T> unrecorded() {
        return new RunOption<>(name, label, help, parser, formatter, false, repeatable);
    }

    /** The same option, which may be given several times: its parser gets all texts with blanks between them. */
    RunOption<T> repeated() {
        return new RunOption<>(name, label, help, parser, formatter, recorded, true);
    }

    /** Reads a value. */
    interface Parser<T> {
        /**
         * Reads it.
         *
         * @param option the option with its dashes, for messages
         * @throws dev.assay.model.AssayException.Usage if it is none
         */
        T parse(String option, String text);
    }

    /** The name without dashes. */
    public String name() {
        return name;
    }

    /** What stands for the value in a help text; empty for a flag. */
    public String label() {
        return label;
    }

    public String help() {
        return help;
    }

    public boolean isFlag() {
        return label.isEmpty();
    }

    boolean isRecorded() {
        return recorded;
    }

    /** Whether it may be given several times; the texts of all of them then count as one, with blanks between them. */
    public boolean isRepeatable() {
        return repeatable;
    }

    T parse(String text) {
        return parser.apply(text);
    }

    String format(T value) {
        return formatter.apply(value);
    }

    /** As it is typed. */
    @Override
    public String toString() {
        return "--" + name;
    }
}
