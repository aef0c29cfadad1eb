package dev.assay.analysis.claim;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Puts the parts of a verdict's explanation together. */
final class ExplanationText {
    private ExplanationText() {}

    /** What was measured and what the rule asks for, as two sentences for each measure, and the results of probes; the last has no full stop yet. */
    static String figures(List<ConditionResult.Clause> clauses) {
        return clauses.stream()
                .map(clause -> clause.asked().isEmpty()
                        ? clause.statement()
                        : clause.statement() + ". Required: " + clause.asked() + clause.relation())
                .collect(Collectors.joining(". "));
    }

    /** What was measured alone; the last sentence has no full stop yet. */
    static String statements(List<ConditionResult.Clause> clauses) {
        return clauses.stream().map(ConditionResult.Clause::statement).collect(Collectors.joining(". "));
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

    /** A sentence that something follows. */
    static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
