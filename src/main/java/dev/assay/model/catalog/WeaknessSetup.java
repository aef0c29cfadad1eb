package dev.assay.model.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A weakness that a program has.
 *
 * @param name the name of the class of weaknesses, which the same program in other languages shares
 * @param title its name for readers
 * @param cwe its number in the Common Weakness Enumeration, such as {@code CWE-125}
 * @param guard what guards the program
 * @param right what the program would print if the language did what is meant; null if there is no such output
 */
public record WeaknessSetup(
        String name,
        String title,
        String cwe,
        LanguageGuard guard,
        @Nullable String right) {}
