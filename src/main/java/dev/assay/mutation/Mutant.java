package dev.assay.mutation;

/**
 * A program with one mistake.
 *
 * @param rule the rule that made it
 * @param function the function that it is in
 * @param line where in the program, from 1
 * @param was the lines there without the mistake
 * @param now the lines there with it; empty if they are gone
 * @param text the program
 */
public record Mutant(MutationRule rule, String function, int line, String was, String now, String text) {}
