package dev.assay.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Puts the parts of a verdict's explanation together. */
final class Sentences {
    private Sentences() {}

    /** The figures and what the rule asks for: of one measure or of several. */
    static String figures(List<Finding.Clause> clauses) {
        if (clauses.size() == 1) {
            Finding.Clause clause = clauses.get(0);
            return clause.statement() + "; the rule asks for " + clause.asked() + clause.relation();
        }
        String joined = clauses.stream()
                .map(clause -> continuing(clause.statement()) + ", where " + clause.asked() + " is asked for"
                        + clause.relation())
                .collect(Collectors.joining("; "));
        return joined.isEmpty() ? joined : Character.toUpperCase(joined.charAt(0)) + joined.substring(1);
    }

    /** A statement inside a sentence: names keep their capital, other words do not. */
    private static String continuing(String statement) {
        return statement.startsWith("The ") || statement.startsWith("No ")
                ? Character.toLowerCase(statement.charAt(0)) + statement.substring(1)
                : statement;
    }

    /** Sentences one after another, each with one full stop. */
    static String join(String... sentences) {
        return Arrays.stream(sentences)
                .filter(sentence -> !sentence.isEmpty())
                .map(sentence -> withoutStop(sentence) + ".")
                .collect(Collectors.joining(" "));
    }

    /** A sentence with the workloads that it is about behind it. */
    static String naming(String sentence, List<String> workloads) {
        return workloads.isEmpty()
                ? sentence
                : withoutStop(sentence) + ": " + workloads.stream().distinct().collect(Collectors.joining(", "));
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
