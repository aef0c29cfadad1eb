package dev.assay.run;

import dev.assay.model.AssayException;
import dev.assay.model.WholeFile;
import dev.assay.model.catalog.MutationSetup;
import dev.assay.model.catalog.MutationSetup.Equivalence;
import dev.assay.model.catalog.Probe;
import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.model.run.MutantBuild;
import dev.assay.model.run.MutantResult;
import dev.assay.model.run.MutantResult.FoundBy;
import dev.assay.model.run.ProbeBuild;
import dev.assay.model.run.ProbeResult;
import dev.assay.mutation.Mutant;
import dev.assay.mutation.Mutator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts mistakes into a program, one at a time, and sees who finds each. The program without a mistake must pass everything. */
final class MutantTrials {
    private final Probe probe;
    private final MutationSetup setup;
    private final ProbePlan.MutantBuilder builder;
    private final Launch launch;
    private final Map<String, String> equivalent = new LinkedHashMap<>();
    private final Set<String> commands = new LinkedHashSet<>();

    /** Starts a process and says how it ended. */
    interface Launch {
        Ended start(List<String> argv, @Nullable Path input);
    }

    /**
     * The end of a process.
     *
     * @param exit what its end says
     * @param output what it wrote to the standard output, a letter for each byte
     */
    record Ended(ProbeExit exit, String output) {}

    /** What stops the trials: without the program that passes, or without a meter, nothing follows from mistakes. */
    private static final class Stopped extends Exception {
        private static final long serialVersionUID = 1;
        private final ProbeOutcome outcome;

        Stopped(ProbeOutcome outcome, String reason) {
            super(reason);
            this.outcome = outcome;
        }
    }

    MutantTrials(Probe probe, ProbePlan.MutantBuilder builder, Launch launch) {
        this.probe = probe;
        this.setup = Objects.requireNonNull(probe.procedure().mutation());
        this.builder = builder;
        this.launch = launch;
        for (Equivalence each : setup.equivalent()) {
            equivalent.put(each.mutant(), each.because());
        }
    }

    ProbeResult result() {
        List<MutantResult> results = new ArrayList<>();
        String tool = "";
        ProbeOutcome outcome = ProbeOutcome.COUNTED;
        String reason = null;
        try {
            tool = passes();
            List<Mutant> mutants = Mutator.mutate(probe.runtime(), probe.text());
            for (int i = 0; i < mutants.size(); i++) {
                results.add(tried(mutants.get(i), i + 1));
            }
            requireEquivalence(results);
        } catch (Stopped e) {
            outcome = e.outcome;
            reason = e.getMessage();
            results.clear();
        }
        return new ProbeResult(
                probe, outcome, List.of(), tool, "", reason, List.copyOf(commands), List.of(), 0, 0, results);
    }

    /** Tries the program without a mistake, and gives the tools that it was tried with. */
    private String passes() throws Stopped {
        MutantBuild build = builder.build(probe, 0, probe.text());
        ProbeBuild check = build.check();
        require(build.program(), null);
        require(check, ProbeOutcome.ACCEPTED);
        require(build.tests(), null);
        if (!build.program().message().isEmpty()) {
            throw new Stopped(ProbeOutcome.FAILED, "without a mistake, the compiler warns of the program");
        }
        Set<FoundBy> found = run(build);
        if (!found.isEmpty()) {
            throw new Stopped(ProbeOutcome.FAILED, "without a mistake, the program fails by " + found);
        }
        return build.program().tool() + (check == null ? "" : ", " + check.tool());
    }

    private void require(@Nullable ProbeBuild build, @Nullable ProbeOutcome ended) throws Stopped {
        if (build == null) {
            return;
        }
        if (!build.command().isEmpty()) {
            commands.add(build.command());
        }
        if (build.ended() == ProbeOutcome.NOT_RUN) {
            throw new Stopped(ProbeOutcome.NOT_RUN, String.valueOf(build.reason()));
        }
        if (build.ended() != ended) {
            throw new Stopped(
                    ProbeOutcome.FAILED,
                    "without a mistake, the program or its tests are " + build.ended() + ": "
                            + build.message().lines().findFirst().orElse(String.valueOf(build.reason())));
        }
    }

    private MutantResult tried(Mutant mutant, int number) throws Stopped {
        MutantBuild build = builder.build(probe, number, mutant.text());
        ProbeBuild program = build.program();
        Set<FoundBy> found = new LinkedHashSet<>();
        List<String> codes = new ArrayList<>(program.codes());
        ended(program, ProbeOutcome.REJECTED, FoundBy.COMPILER, found);
        if (build.check() != null) {
            codes.addAll(build.check().codes());
            ended(build.check(), ProbeOutcome.REJECTED, FoundBy.CHECKER, found);
        }
        if (program.ended() == null) {
            if (!program.message().isEmpty()) {
                found.add(FoundBy.WARNING);
            }
            found.addAll(run(build));
        }
        String key = mutant.function() + "/" + mutant.rule();
        return new MutantResult(
                mutant.rule().toString(),
                mutant.function(),
                mutant.line(),
                mutant.was(),
                mutant.now(),
                List.copyOf(found),
                codes,
                equivalent.get(key));
    }

    private static void ended(ProbeBuild build, ProbeOutcome outcome, FoundBy who, Set<FoundBy> found) throws Stopped {
        if (build.ended() == outcome) {
            found.add(who);
        } else if (build.ended() != null && build.ended().missed()) {
            throw new Stopped(build.ended(), String.valueOf(build.reason()));
        }
    }

    private Set<FoundBy> run(MutantBuild build) throws Stopped {
        Set<FoundBy> found = new LinkedHashSet<>();
        ProbeBuild tests = build.tests();
        // tests may not even compile with the mistake
        if (tests != null && (tests.ended() != null || outcome(launched(tests, null)) != ProbeOutcome.COMPILES)) {
            found.add(FoundBy.TESTS);
        }
        Ended ended = launched(build.program(), build.input());
        switch (outcome(ended)) {
            case PANICS, RAISES, CRASHED, TIMED_OUT, OVER_LIMIT -> found.add(FoundBy.CRASH);
            case COMPILES -> {
                if (!ended.output().equals(content(build.output()))) {
                    found.add(FoundBy.OUTPUT);
                }
            }
            default -> found.add(FoundBy.OUTPUT);
        }
        return found;
    }

    private static ProbeOutcome outcome(Ended ended) throws Stopped {
        if (ended.exit().outcome() == ProbeOutcome.NOT_RUN) {
            throw new Stopped(ProbeOutcome.NOT_RUN, String.valueOf(ended.exit().reason()));
        }
        return ended.exit().outcome();
    }

    private Ended launched(ProbeBuild build, @Nullable Path input) {
        return launch.start(build.argv(), input);
    }

    private static String content(Path file) {
        try {
            return new String(WholeFile.read(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssayException.Storage("Cannot read " + file, e, "Make it readable.");
        }
    }

    /** What is said to do the same must not be found, and must be there. */
    private void requireEquivalence(List<MutantResult> results) throws Stopped {
        Set<String> unknown = new LinkedHashSet<>(equivalent.keySet());
        for (MutantResult each : results) {
            unknown.remove(each.key());
            boolean warned = each.found().equals(List.of(FoundBy.WARNING));
            if (each.equivalent() != null && !warned && !each.found().isEmpty()) {
                throw new Stopped(
                        ProbeOutcome.FAILED,
                        "the mutant " + each.key() + " is called equivalent, but it is found by " + each.found());
            }
        }
        if (!unknown.isEmpty()) {
            throw new Stopped(ProbeOutcome.FAILED, "there are no mutants " + unknown + ", which are called equivalent");
        }
    }
}
