package dev.assay.model.run;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What compilers and checkers made of a program into which a mistake was put, and of its tests.
 *
 * @param program the result for the program
 * @param check what the type checker said of it; null where there is none
 * @param tests the result for its tests; null where the program itself did not compile
 * @param input the file that it reads in a run
 * @param output the file with what it prints then without a mistake
 */
public record MutantBuild(
        ProbeBuild program,
        @Nullable ProbeBuild check,
        @Nullable ProbeBuild tests,
        Path input,
        Path output) {}
