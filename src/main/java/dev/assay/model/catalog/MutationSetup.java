package dev.assay.model.catalog;

import java.util.List;

/**
 * What a program is tried with when mistakes are put into it.
 *
 * @param program the name that it shares with its twin in another language
 * @param tests the file with its tests, relative to the suite's folder
 * @param input the file that it reads in a run, likewise
 * @param output the file that it prints then, likewise
 * @param equivalent the mutants that do the same as the program
 */
public record MutationSetup(String program, String tests, String input, String output, List<Equivalence> equivalent) {
    public MutationSetup {
        equivalent = List.copyOf(equivalent);
    }

    /**
     * A mutant that does the same as the program, so nobody can find its mistake.
     *
     * @param mutant the function and the rule, such as {@code total/wrong-operator}
     * @param because why, in a sentence
     */
    public record Equivalence(String mutant, String because) {}
}
