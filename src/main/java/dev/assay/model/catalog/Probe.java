package dev.assay.model.catalog;

import dev.assay.model.Runtime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A small program whose outcome is seen, not timed.
 *
 * @param id {@code suite/name}
 * @param title a name for readers
 * @param shows what it shows, in a sentence
 * @param runtime what compiles or interprets it
 * @param source the file, relative to the suite's folder
 * @param edition the edition of Rust; null for other runtimes
 * @param procedure what is done with it
 * @param expectation what is expected of it today, so that a change is noticed
 * @param twin the probe whose program is one line apart; null for none
 * @param beside the claim that it is shown beside without deciding it; null for none
 * @param text the program
 */
public record Probe(
        String id,
        String title,
        String shows,
        Runtime runtime,
        String source,
        @Nullable String edition,
        Procedure procedure,
        Expectation expectation,
        @Nullable String twin,
        @Nullable String beside,
        String text) {
    /** What is done with the program of a probe. */
    public enum How {
        /** It is built and not run. */
        BUILD,
        /** A type checker reads it. It is not run. */
        CHECK,
        /** It is built and run once. */
        RUN,
        /** It is run at several counts, and its memory followed. */
        MEMORY,
        /** It is run many times; each prints how often its threads added something, and what of that is left. */
        RACE,
        /** It is run at several counts, and the line through its peaks says how much memory each element takes. */
        GROWTH,
        /** Mistakes are put into it, one at a time, and it is seen who finds them. */
        MUTANTS,
        /** It has a weakness, and it is seen what stops it: the compiler, the program itself, or nothing. */
        WEAKNESS,
        /** A package that somebody published is built with the tools of today, and the program loads it. */
        PACKAGE,
        /** It makes a project of local packages, and calls the package manager of its language. */
        PROJECT;

        /** Whether such probes take long, so that they are tried only if they are asked for. */
        public boolean onRequest() {
            return this == MUTANTS || this == WEAKNESS || this == PACKAGE || this == PROJECT;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is done with the program, and how often.
     *
     * @param how in which way it is tried
     * @param arguments what the program is given
     * @param build further arguments of the compiler
     * @param counts of {@link How#MEMORY} and {@link How#GROWTH}: how much the program makes, one process each, rising; the last argument
     * @param bytesEach of {@link How#MEMORY}: how many bytes at least each of what it makes takes
     * @param runs of {@link How#RACE}: how often it runs
     * @param mutation of {@link How#MUTANTS}: what it is tried with; null for others
     * @param growth of {@link How#GROWTH}: what it makes; null for others
     * @param weakness of {@link How#WEAKNESS}: the weakness; null for others
     * @param published of {@link How#PACKAGE}: the package; null for others
     */
    public record Procedure(
            How how,
            List<String> arguments,
            List<String> build,
            List<Long> counts,
            long bytesEach,
            int runs,
            @Nullable MutationSetup mutation,
            @Nullable GrowthSetup growth,
            @Nullable WeaknessSetup weakness,
            @Nullable PackageSetup published) {
        public Procedure {
            arguments = List.copyOf(arguments);
            build = List.copyOf(build);
            counts = List.copyOf(counts);
            require((how == How.WEAKNESS) == (weakness != null), "'weakness' if 'how' is 'weakness', and only then");
            require((how == How.PACKAGE) == (published != null), "'published' if 'how' is 'package', and only then");
            require((how == How.GROWTH) == (growth != null), "'growth' if 'how' is 'growth', and only then");
            require(
                    how != How.GROWTH || (counts.size() > 2 && bytesEach == 0),
                    "three 'counts' at least and no 'bytesEach'");
            require(how == How.GROWTH || (how == How.MEMORY) == (counts.size() > 1 && bytesEach > 0), memoryNeeds(how));
            require((how == How.RACE) == (runs > 0), "'runs' if 'how' is 'race', and only then");
            require((how == How.MUTANTS) == (mutation != null), "'mutation' if 'how' is 'mutants', and only then");
            require(counts.stream().sorted().distinct().toList().equals(counts), "counts that rise");
        }

        private static String memoryNeeds(How how) {
            return how == How.MEMORY ? "two 'counts' at least and 'bytesEach'" : "neither 'counts' nor 'bytesEach'";
        }
    }

    /**
     * What should come of it.
     *
     * @param outcomes each of them is expected
     * @param code the compiler's error code, or the exception's class, that is expected with it; null for none
     */
    public record Expectation(
            List<ProbeOutcome> outcomes, @Nullable String code) {
        public Expectation {
            outcomes = List.copyOf(outcomes);
            require(
                    !outcomes.isEmpty() && outcomes.stream().allMatch(ProbeOutcome::seen),
                    "an outcome that is expected");
        }
    }

    public Probe {
        if (!id.matches("[a-z0-9-]+/[a-z0-9-]+")) {
            throw new IllegalArgumentException("a probe's id is 'suite/name' in lower case, not '" + id + "'");
        }
        require((runtime == Runtime.RUST) == (edition != null), "an 'edition' if it is in Rust, and only then");
        require(procedure.how != How.BUILD || runtime.compiled(), "a compiler to be built and not run");
        require(
                (procedure.how == How.MUTANTS) == expectation.outcomes.contains(ProbeOutcome.COUNTED),
                "'counted' as what is expected if 'how' is 'mutants', and only then");
        require(
                !Set.of(How.MUTANTS, How.PACKAGE, How.PROJECT).contains(procedure.how)
                        || runtime == Runtime.RUST
                        || runtime == Runtime.PYTHON,
                "to be in Rust or Python if 'how' is '" + procedure.how + "'");
        require(
                (procedure.how == How.GROWTH) == expectation.outcomes.contains(ProbeOutcome.MEASURED),
                "'measured' as what is expected if 'how' is 'growth', and only then");
        require(procedure.how != How.CHECK || runtime.python(), "to be in Python if 'how' is 'check'");
        require(
                expectation.outcomes.stream()
                        .allMatch(outcome -> outcome == ProbeOutcome.REJECTED
                                || (procedure.how == How.CHECK) == (outcome == ProbeOutcome.ACCEPTED)),
                "to be 'accepted' or 'rejected' if 'how' is 'check'; nothing else is 'accepted'");
        require(
                expectation.outcomes.stream()
                        .allMatch(outcome -> outcome == ProbeOutcome.REJECTED
                                || (procedure.how == How.WEAKNESS) == outcome.ofWeakness()),
                "to be 'rejected', 'stopped', 'silent' or 'harmless' if 'how' is 'weakness'; nothing else is 'stopped',"
                        + " 'silent' or 'harmless'");
        require(
                !expectation.outcomes.contains(ProbeOutcome.REJECTED)
                        || twin != null
                        || procedure.how == How.WEAKNESS
                        || procedure.how == How.PACKAGE,
                "a 'twin' that compiles or is accepted, for it must not");
    }

    private static void require(boolean fulfilled, String what) {
        if (!fulfilled) {
            throw new IllegalArgumentException("the probe needs " + what);
        }
    }

    /** The suite: the part of the id before the slash. */
    public String suite() {
        return Workload.suiteOf(id);
    }

    /** The part of the id behind the slash. */
    public String name() {
        return id.substring(id.indexOf('/') + 1);
    }

    /** The file of its program, relative to the catalog. */
    public String path() {
        return suite() + "/" + source;
    }
}
