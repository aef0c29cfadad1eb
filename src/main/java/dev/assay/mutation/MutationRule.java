package dev.assay.mutation;

import dev.assay.model.Runtime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A kind of mistake, and how it looks in each language. The patterns are matched in masked code ({@link SourceMask}); {@code FUNCTION} stands
 * for the names of the program's own functions, {@code VARIABLE} for a variable of the function. In what takes its place, {@code $1} is the
 * text of a group and {@code #1} its number plus one.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists cannot change
public enum MutationRule {
    /** Plus for minus. */
    WRONG_OPERATOR(
            "another arithmetic operator",
            List.of(edit(" \\+ ", " - "), edit(" - ", " + "), edit(" \\* ", " + "), edit(" / ", " * ")),
            List.of(edit(" \\+ ", " - "), edit(" - ", " + "), edit(" \\* ", " + "), edit(" //? ", " * "))),
    /** Less for less or equal. */
    WRONG_BOUNDARY(
            "a comparison that includes its boundary, or no longer does",
            List.of(edit(" < ", " <= "), edit(" <= ", " < "), edit(" > ", " >= "), edit(" >= ", " > ")),
            List.of(edit(" < ", " <= "), edit(" <= ", " < "), edit(" > ", " >= "), edit(" >= ", " > "))),
    /** Not equal for equal. */
    WRONG_EQUALITY(
            "not equal in place of equal, or the reverse",
            List.of(edit(" == ", " != "), edit(" != ", " == ")),
            List.of(
                    edit(" ==(?! \" *\"\\)?:) ", " != "),
                    edit(" != ", " == "),
                    edit("if (\\S+) is (?=[A-Z]\\w*\\.\\w+ or)", "if $1 is not "),
                    edit(" is not (?=[A-Z])", " is "))),
    /** A condition the other way around. */
    NEGATED_CONDITION(
            "a condition that is negated",
            List.of(edit("\\bif (?!let\\b)([^{\\n]+) \\{", "if !($1) {")),
            List.of(edit(
                    "\\bif (?!\\S+ is None:)(?!\\S+ (?:is|==) (?:[A-Z]\\w*\\.\\w+|\" *\"):)(?!isinstance)([^\\n]+):(?=\\n)",
                    "if not ($1):"))),
    /** And for or. */
    WRONG_CONNECTIVE(
            "and in place of or, or the reverse",
            List.of(edit(" && ", " || "), edit(" \\|\\| ", " && ")),
            List.of(edit(" and ", " or "), edit(" or ", " and "))),
    /** A number that is off by one. */
    WRONG_NUMBER(
            "a number that is one too large",
            List.of(edit("(?<![.\\w])(\\d+)\\b(?!\\.\\.)", "#1")),
            List.of(edit("(?<![.\\w])(\\d+)\\b", "#1"))),
    /** A text for a number. */
    NUMBER_AS_TEXT(
            "a number in quotation marks",
            List.of(edit("(?<=[ (])(\\d+)(?=[,;)])", "\"$1\"")),
            List.of(edit("(?<=[ (])(\\d+)(?=[,)\\n])", "\"$1\""))),
    /** A function that does not exist. */
    MISSPELT_FUNCTION(
            "a function's name with a letter too many",
            List.of(edit("\\b(FUNCTION)\\(", "$1x(")),
            List.of(edit("\\b(FUNCTION)\\(", "$1x("))),
    /** A variable that does not exist. */
    MISSPELT_VARIABLE(
            "a variable's name with a letter too many",
            List.of(edit("(?<![.\\w])(VARIABLE)\\b(?!: |::|\\(| =)", "$1x")),
            List.of(edit("(?<![.\\w])(VARIABLE)\\b(?!: |::|\\(| =)", "$1x"))),
    /** A field that does not exist. */
    MISSPELT_FIELD(
            "a field's name with a letter too many",
            List.of(edit("(?<=[\\w)])\\.([a-z]\\w+)\\b(?!\\(|!|::)", ".$1x")),
            List.of(edit("(?<=[\\w)])\\.([a-z]\\w+)\\b(?!\\()", ".$1x"))),
    /** Arguments in another order. */
    SWAPPED_ARGUMENTS(
            "the first two arguments of a call in the other order",
            List.of(edit("\\b(FUNCTION)\\(([^(),\\n]+), ([^(),\\n]+)(?=[,)])", "$1($3, $2")),
            List.of(edit("\\b(FUNCTION)\\(([^(),\\n]+), ([^(),\\n]+)(?=[,)])", "$1($3, $2"))),
    /** An argument too few. */
    MISSING_ARGUMENT(
            "a call without its last argument",
            List.of(edit("\\b(FUNCTION)\\(([^(),\\n]+), ([^(),\\n]+)\\)", "$1($2)")),
            List.of(edit("\\b(FUNCTION)\\(([^(),\\n]+), ([^(),\\n]+)\\)", "$1($2)"))),
    /** A value that is computed and not returned. */
    MISSING_RETURN(
            "a value that is not returned",
            List.of(
                    edit("\\breturn (?!Err\\()([^;\\n]+);", "$1;"),
                    edit(
                            "(?m)^( +)((?!let |return |for |while |if |match |loop |break|continue)[^\\n{};]+[^\\n{};, ])(?=\\n *}\\n)",
                            "$1$2;")),
            List.of(edit("\\breturn (?=[^\\n])", ""))),
    /** A case that nobody thought of. */
    MISSING_CASE(
            "a choice without one of its cases",
            List.of(edit("(?m)^ +(?!_ )(?:[A-Z]|\")[^\\n{]* => [^\\n{]+,\\n", "")),
            List.of(edit(
                    "(?m)^( +)if (?:\\S+ (?:is|==) (?:[A-Z]\\w*\\.\\w+|\" *\")|isinstance\\([^\\n]*\\)):\\n\\1    (?! )[^\\n]+\\n(?!\\1(?:    |el))",
                    ""))),
    /** An error that is found and not told. */
    UNREPORTED_ERROR(
            "an error that is found and not reported",
            List.of(edit("\\breturn Err\\([^\\n]*\\);", "")),
            List.of(edit("(?m)(?<=^ {8,12})raise [^\\n]+", "pass"))),
    /** A result that is taken for a value. */
    UNCHECKED_RESULT(
            "a result that is used without a check; Python's exceptions need none",
            List.of(edit("\\?(?=[;)])", "")),
            List.of()),
    /** A missing value that nobody asks for. */
    UNCHECKED_NONE(
            "a value that may be missing and is not checked",
            List.of(edit(
                    "let Some\\(((?:mut )?\\w+)\\) = ([^\\n]+) else \\{\\n(?:[^\\n]+\\n){1,2}? *};", "let $1 = $2;")),
            List.of(edit("(?m)^( +)if \\w+ is None:\\n(?:\\1    [^\\n]+\\n)+(?!\\1el)", ""))),
    /** One object in two places. */
    SHARED_VALUE(
            "a value that is shared in place of copied",
            List.of(edit("\\.clone\\(\\)", "")),
            List.of(edit("\\.copy\\(\\)", ""), edit("\\bdataclasses\\.replace\\(([^\\n]+)\\)(?=\\n)", "$1"))),
    /** A sum that does not grow. */
    MISSING_UPDATE(
            "a variable that is not updated",
            List.of(edit("(?m)^( +)\\S+ [-+*]= [^\\n]+;(?=\\n)", "$1{}")),
            List.of(edit("(?m)^( +)\\S+ [-+*]= [^\\n]+(?=\\n)", "$1pass"))),
    /** A sum that shrinks. */
    WRONG_UPDATE(
            "a variable that is updated the wrong way",
            List.of(edit(" \\+= ", " -= "), edit(" -= ", " += ")),
            List.of(edit(" \\+= ", " -= "), edit(" -= ", " += "))),
    /** One round too many. */
    WRONG_RANGE(
            "a loop with one round too many",
            List.of(edit("(?<=\\d)\\.\\.(?=[\\w])", "..=")),
            List.of(edit("\\brange\\(([^\\n]+)\\):(?=\\n)", "range($1 + 1):"))),
    /** The element beside the right one. */
    WRONG_INDEX(
            "an index that is one too large",
            List.of(edit("(?<=\\w)\\[([\\w.]+)\\](?! = )", "[$1 + 1]")),
            List.of(edit("(?<=\\w)\\[(?!str\\]|int\\]|[A-Z])([\\w.]+)\\](?! = )", "[$1 + 1]"))),
    /** The loop goes on. */
    WRONG_JUMP(
            "break in place of continue, or the reverse",
            List.of(edit("\\bbreak\\b", "continue"), edit("\\bcontinue\\b", "break")),
            List.of(edit("\\bbreak\\b", "continue"), edit("\\bcontinue\\b", "break")));

    /**
     * A replacement.
     *
     * @param pattern what is replaced
     * @param with by what
     */
    record Edit(String pattern, String with) {
        /** The pattern for a function. */
        Pattern compile(String functions, String variable) {
            return Pattern.compile(pattern.replace("FUNCTION", functions).replace("VARIABLE", variable));
        }
    }

    private final String mistake;
    private final List<Edit> rust;
    private final List<Edit> python;

    MutationRule(String mistake, List<Edit> rust, List<Edit> python) {
        this.mistake = mistake;
        this.rust = rust;
        this.python = python;
    }

    private static Edit edit(String pattern, String with) {
        return new Edit(pattern, with);
    }

    /** The replacements in a language, of which the first place in a function counts; none where the language has no such mistake. */
    List<Edit> edits(Runtime runtime) {
        return runtime.python() ? python : rust;
    }

    /** The mistake in words. */
    public String mistake() {
        return mistake;
    }

    /** Such as {@code wrong-operator}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
