package dev.assay.model.run;

import dev.assay.model.catalog.MistakeFate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A program with one mistake, and who found it.
 *
 * @param rule the rule that made the mistake, such as {@code wrong-operator}
 * @param function the function that it is in
 * @param line where in the program, from 1
 * @param was the lines there without the mistake
 * @param now the lines there with it; empty if they are gone
 * @param found who found it, each that was asked; whoever a compiler stops is not asked
 * @param codes the codes of the errors of compiler or type checker
 * @param equivalent why it is not a mistake, since the program does the same; null for a mistake
 */
public record MutantResult(
        String rule,
        String function,
        int line,
        String was,
        String now,
        List<FoundBy> found,
        List<String> codes,
        @Nullable String equivalent) {
    public MutantResult {
        found = List.copyOf(found);
        codes = List.copyOf(codes);
    }

    /** Who or what finds a mistake. */
    public enum FoundBy {
        /** The compiler, which refuses the program. */
        COMPILER,
        /** The compiler, which only warns. */
        WARNING,
        /** The type checker. */
        CHECKER,
        /** The tests of the program. */
        TESTS,
        /** The program itself, which panics, raises, crashes or hangs on its sample input. */
        CRASH,
        /** Whoever knows what the program prints: it prints something else. */
        OUTPUT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The place and the rule, by which mutants of two programs belong together: {@code total/wrong-operator}. */
    public String key() {
        return function + "/" + rule;
    }

    /** Whether somebody found it. */
    public boolean by(FoundBy who) {
        return found.contains(who);
    }

    /**
     * Whether a fate is its fate.
     *
     * @param checked whether a type checker counts
     */
    public boolean ends(MistakeFate fate, boolean checked) {
        boolean early = by(FoundBy.COMPILER) || (checked && by(FoundBy.CHECKER));
        return switch (fate) {
            case EARLY -> early;
            case CRASH -> !early && by(FoundBy.CRASH);
            case SILENT -> !early && !by(FoundBy.TESTS) && !by(FoundBy.CRASH);
        };
    }
}
