package dev.assay.mutation;

import dev.assay.model.Runtime;
import dev.assay.mutation.MutationRule.Edit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the mutants of a program: in the first three functions where it finds a place, each rule changes the first one, and nothing else. So a
 * rule and a function say which mutants of two programs belong together.
 */
public final class Mutator {
    /** In how many functions of a program a rule is applied, so that no kind of mistake outweighs the others. */
    private static final int MOST = 3;

    private final Runtime runtime;
    private final String text;
    private final String masked;
    private final List<FunctionBody> functions;
    private final String names;

    private Mutator(Runtime runtime, String text) {
        this.runtime = runtime;
        this.text = text;
        this.masked = SourceMask.mask(runtime, text);
        this.functions = FunctionBody.find(runtime, masked);
        this.names = functions.stream().map(FunctionBody::name).collect(Collectors.joining("|"));
    }

    /** The mutants of a program in Rust or Python, by function and rule. */
    public static List<Mutant> mutate(Runtime runtime, String text) {
        Mutator mutator = new Mutator(runtime, text);
        List<Mutant> mutants = new ArrayList<>();
        Map<MutationRule, Integer> times = new EnumMap<>(MutationRule.class);
        for (FunctionBody function : mutator.functions) {
            for (MutationRule rule : MutationRule.values()) {
                Mutant mutant = times.getOrDefault(rule, 0) < MOST ? mutator.mutant(rule, function) : null;
                if (mutant != null) {
                    times.merge(rule, 1, Integer::sum);
                    mutants.add(mutant);
                }
            }
        }
        return mutants;
    }

    private @Nullable Mutant mutant(MutationRule rule, FunctionBody function) {
        String variable = function.variable() == null ? "(?!)" : function.variable();
        MatchResult first = null;
        Edit applied = null;
        for (Edit edit : rule.edits(runtime)) {
            Pattern pattern = edit.compile(names, variable);
            Matcher place = pattern.matcher(masked)
                    .useAnchoringBounds(false)
                    .useTransparentBounds(true)
                    .region(function.start(), function.end());
            if (place.find() && (first == null || place.start() < first.start())) {
                first = place.toMatchResult();
                applied = edit;
            }
        }
        return first == null || applied == null ? null : changed(rule, function, first, expand(applied.with(), first));
    }

    private String expand(String template, MatchResult place) {
        StringBuilder with = new StringBuilder();
        for (int i = 0; i < template.length(); i++) {
            char letter = template.charAt(i);
            if (letter == '$' || letter == '#') {
                int group = template.charAt(++i) - '0';
                String content = text.substring(place.start(group), place.end(group));
                with.append(letter == '$' ? content : String.valueOf(Long.parseLong(content) + 1));
            } else {
                with.append(letter);
            }
        }
        return with.toString();
    }

    private Mutant changed(MutationRule rule, FunctionBody function, MatchResult place, String with) {
        int lineStart = text.lastIndexOf('\n', place.start() - 1) + 1;
        int lineEnd = text.indexOf('\n', Math.max(place.start(), place.end() - 1));
        String mutated = text.substring(0, place.start()) + with + text.substring(place.end());
        int line = (int) text.substring(0, place.start())
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
        // what removes whole lines leaves none
        int end = Math.max(lineStart, lineEnd + with.length() - (place.end() - place.start()));
        return new Mutant(
                rule,
                function.name(),
                line,
                text.substring(lineStart, lineEnd).strip(),
                mutated.substring(lineStart, end).strip(),
                mutated);
    }
}
