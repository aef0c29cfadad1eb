package dev.assay.mutation;

import dev.assay.model.Runtime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A function of a program whose lines are indented as rustfmt and PEP 8 have them.
 *
 * @param name its name
 * @param variable its first parameter but {@code self}, or else the first variable that it sets; null without one
 * @param start where its body starts
 * @param end where its body ends
 */
record FunctionBody(String name, @Nullable String variable, int start, int end) {
    /** What starts and ends a program or an object has another shape in each language. */
    private static final Set<String> OMITTED = Set.of("main", "new", "fmt");

    private static final Pattern RUST = Pattern.compile("(?m)^( *)fn (\\w+)\\(([^)]*)\\)[^\\n]* \\{\\n");
    private static final Pattern PYTHON = Pattern.compile("(?m)^( *)def ([a-z]\\w*)\\(([^)]*)\\)[^\\n]*:[^\\n]*\\n");
    private static final Pattern PARAMETER = Pattern.compile("(?:^|, )(\\w+):");
    private static final Pattern VARIABLE = Pattern.compile("(?m)^ +(?:let (?:mut )?)?(\\w+)(?:: [^=\\n]+)? = ");

    /** The functions of a masked program, in its order. */
    static List<FunctionBody> find(Runtime runtime, String masked) {
        List<FunctionBody> found = new ArrayList<>();
        Matcher head = (runtime.python() ? PYTHON : RUST).matcher(masked);
        while (head.find()) {
            String name = head.group(2);
            if (!OMITTED.contains(name)) {
                int end = end(runtime, masked, head.end(), head.group(1));
                found.add(new FunctionBody(name, variable(masked, head, end), head.end(), end));
            }
        }
        return found;
    }

    private static @Nullable String variable(String masked, Matcher head, int end) {
        Matcher parameter = PARAMETER.matcher(head.group(3));
        if (parameter.find()) {
            return parameter.group(1);
        }
        Matcher set = VARIABLE.matcher(masked).region(head.end(), end);
        return set.find() ? set.group(1) : null;
    }

    private static int end(Runtime runtime, String masked, int start, String indentation) {
        Pattern end = Pattern.compile(
                runtime.python() ? "(?m)^ {0," + indentation.length() + "}\\S" : "(?m)^" + indentation + "}");
        Matcher after = end.matcher(masked);
        return after.find(start) ? after.start() : masked.length();
    }
}
